import { ActionButton } from '@react-spectrum/s2/ActionButton'
import { Button } from '@react-spectrum/s2/Button'
import Import from '@react-spectrum/s2/icons/Import'
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useEffect, useRef } from 'react'
import { CopyButton } from '../../components/copy-button'
import { FailureNotice } from '../../components/failure/failure-notice'
import { useMessages } from '../../language/messages'
import { emptyConnectionText } from '../../model/connections/connection-text'
import messages from './messages/en.json'
import { RefusalNotice } from './refusal-notice'
import { TakenCredential } from './taken-credential'
import type { CredentialImport } from './use-credential-import'
import { usePaste } from './use-paste'

const column = style({ display: 'flex', flexDirection: 'column', rowGap: 12 })
const panel = style({
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'center',
  rowGap: 12,
  padding: 24,
  borderRadius: 'lg',
  borderWidth: 2,
  borderStyle: 'dashed',
  borderColor: 'gray-400',
  textAlign: 'center',
})
const about = style({ maxWidth: 640 })
const heading = style({ font: 'title', margin: 0 })
const paragraph = style({ font: 'body-xs', marginTop: 4, marginBottom: 0 })
const buttons = style({ display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: 8 })
const close = style({ marginTop: 12 })

/** Above the form of a new connection: the ways to have it filled in, and what came of them. */
export function ImportPanel({ credentialImport }: { credentialImport: CredentialImport }) {
  const say = useMessages(messages)
  const { state, taken, isPasting, setPasting, chooseFile, readText, readFiles, goToForm, undo } =
    credentialImport
  usePaste({ onText: readText, onFiles: readFiles })
  const outcome = useRef<HTMLDivElement>(null)
  const isRefused = !isPasting && (state.step === 'refused' || state.step === 'failed')
  useEffect(() => {
    if (isRefused) outcome.current?.scrollIntoView({ block: 'nearest' })
  }, [isRefused])
  const closeButton = (
    <div className={close}>
      <ActionButton size="S" onPress={goToForm}>
        {say('panel.dismiss')}
      </ActionButton>
    </div>
  )
  return (
    <div className={column}>
      {taken ? <TakenCredential taken={taken} onUndo={undo} /> : null}
      {taken ? null : (
        <section className={panel}>
          <Import styles={iconStyle({ size: 'L', color: 'neutral' })} />
          <div className={about}>
            <h2 className={heading}>{say('panel.heading')}</h2>
            <p className={paragraph}>{say('panel.words')}</p>
          </div>
          <div className={buttons}>
            <Button variant="secondary" size="S" onPress={chooseFile}>
              {say('panel.file')}
            </Button>
            <Button variant="secondary" size="S" onPress={() => setPasting(true)}>
              {say('panel.paste')}
            </Button>
          </div>
          <CopyButton
            label={say('panel.none')}
            text={say('panel.request', { scopes: emptyConnectionText.scopes })}
          />
        </section>
      )}
      {isRefused ? (
        <div ref={outcome}>
          {state.step === 'refused' ? (
            <RefusalNotice refusal={state.refusal}>{closeButton}</RefusalNotice>
          ) : null}
          {state.step === 'failed' ? <FailureNotice error={state.error} /> : null}
        </div>
      ) : null}
    </div>
  )
}
