import { Button } from '@react-spectrum/s2/Button'
import { Picker, PickerItem } from '@react-spectrum/s2/Picker'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { TextField, type TextFieldRef } from '@react-spectrum/s2/TextField'
import { useRef, useState } from 'react'
import { type ProxyChoice, type ProxyMode, proxyModes } from '../../../shared/network'
import { FailureNotice } from '../../components/failure/failure-notice'
import { problemProps } from '../../components/problem-props'
import { useMessages } from '../../language/messages'
import { useFieldWords } from './field-words'
import messages from './messages/en.json'
import { useChooseProxy } from './network-queries'

const column = style({ display: 'flex', flexDirection: 'column', rowGap: 12, width: 'full' })
const row = style({ display: 'flex', flexWrap: 'wrap', alignItems: 'start', columnGap: 12, rowGap: 8 })
/** Aligns with the field, below its label. */
const besideField = style({ flexShrink: 0, paddingTop: 24 })
const saved = style({ font: 'ui-sm', color: 'neutral-subdued', minHeight: 16 })

function needsAddress(mode: ProxyMode): mode is 'server' | 'script' {
  return mode === 'server' || mode === 'script'
}

/** Which proxy calls take. A mode without address applies at once, an address when it is saved. */
export function ProxyForm({ proxy }: { proxy: ProxyChoice }) {
  const say = useMessages(messages)
  const [mode, setMode] = useState(proxy.mode)
  const [typed, setTyped] = useState(proxy.address)
  const field = useRef<TextFieldRef>(null)
  const choose = useChooseProxy()
  const { wordsOf, otherError } = useFieldWords(choose.error?.error)
  const words = wordsOf('proxyAddress')
  function chooseMode(wanted: ProxyMode | undefined) {
    if (wanted === undefined) return
    choose.reset()
    setMode(wanted)
    if (!needsAddress(wanted)) choose.mutate({ mode: wanted, address: '' })
  }
  function save() {
    choose.mutate(
      { mode, address: typed },
      {
        onSuccess: ({ proxy: understood }) => setTyped(understood.address),
        onError: () => field.current?.focus(),
      },
    )
  }
  return (
    <div className={column}>
      <Picker
        label={say('mode')}
        value={mode}
        onChange={(key) => chooseMode(proxyModes.find((candidate) => candidate === key))}
        styles={style({ width: 360 })}
      >
        {proxyModes.map((candidate) => (
          <PickerItem key={candidate} id={candidate}>
            {say(`mode.${candidate}`)}
          </PickerItem>
        ))}
      </Picker>
      {needsAddress(mode) ? (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            save()
          }}
        >
          <div className={row}>
            <TextField
              ref={field}
              label={say(`address.${mode}`)}
              description={say(`address.words.${mode}`)}
              value={typed}
              onChange={(text) => {
                choose.reset()
                setTyped(text)
              }}
              {...problemProps(words)}
              autoComplete="off"
              spellCheck="false"
              styles={style({ width: 360 })}
            />
            <div className={besideField}>
              <Button type="submit" variant="secondary" isPending={choose.isPending}>
                {say('save')}
              </Button>
            </div>
          </div>
        </form>
      ) : null}
      {otherError ? <FailureNotice error={otherError} /> : null}
      <span role="status" className={saved}>
        {choose.isSuccess ? say('saved') : ''}
      </span>
    </div>
  )
}
