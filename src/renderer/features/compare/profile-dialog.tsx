import { ActionButton } from '@react-spectrum/s2/ActionButton'
import { Button } from '@react-spectrum/s2/Button'
import { ButtonGroup } from '@react-spectrum/s2/ButtonGroup'
import { Content } from '@react-spectrum/s2/Content'
import { Dialog, DialogTrigger } from '@react-spectrum/s2/Dialog'
import { Heading } from '@react-spectrum/s2/Heading'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { TextArea } from '@react-spectrum/s2/TextArea'
import { useState } from 'react'
import { expectedBounds, usualDifferences } from '../../../shared/compare'
import { problemProps } from '../../components/problem-props'
import { useMessages } from '../../language/messages'
import { namesIn } from './comparison/expected-fields'
import messages from './messages/en.json'

const words = style({ font: 'body', marginTop: 0, marginBottom: 12 })

export type ProfileDialogProps = {
  /** Names of the fields that always differ. */
  expected: readonly string[]
  onExpected: (names: readonly string[]) => void
}

/** The names of what always differs, to be edited. */
export function ProfileDialog({ expected, onExpected }: ProfileDialogProps) {
  const say = useMessages(messages)
  // Not in the form: Spectrum draws what is in a dialog once for each of its parts.
  const [text, setText] = useState('')
  return (
    <DialogTrigger onOpenChange={(isOpen) => isOpen && setText(expected.join('\n'))}>
      <ActionButton size="S">{say('profile')}</ActionButton>
      <Dialog size="M">
        {({ close }) => <ProfileForm {...{ text, onExpected }} onText={setText} onClose={close} />}
      </Dialog>
    </DialogTrigger>
  )
}

type ProfileFormProps = Pick<ProfileDialogProps, 'onExpected'> & {
  text: string
  onText: (text: string) => void
  onClose: () => void
}

function ProfileForm({ text, onText, onExpected, onClose }: ProfileFormProps) {
  const say = useMessages(messages)
  const names = namesIn(text)
  const isTooLong =
    names.length > expectedBounds.names || names.some(({ length }) => length > expectedBounds.length)
  return (
    <>
      <Heading slot="title">{say('profile')}</Heading>
      <Content>
        <p className={words}>{say('profile.words')}</p>
        <TextArea
          label={say('profile.field')}
          value={text}
          onChange={onText}
          {...problemProps(isTooLong ? say('profile.long', expectedBounds) : null)}
          spellCheck="false"
          styles={style({ width: 'full' })}
        />
      </Content>
      <ButtonGroup>
        <Button variant="secondary" fillStyle="outline" onPress={() => onText(usualDifferences.join('\n'))}>
          {say('profile.usual')}
        </Button>
        <Button variant="secondary" onPress={onClose}>
          {say('profile.cancel')}
        </Button>
        <Button
          variant="accent"
          isDisabled={isTooLong}
          onPress={() => {
            onExpected(names)
            onClose()
          }}
        >
          {say('profile.save')}
        </Button>
      </ButtonGroup>
    </>
  )
}
