import { Button } from '@react-spectrum/s2/Button'
import { ButtonGroup } from '@react-spectrum/s2/ButtonGroup'
import { Content } from '@react-spectrum/s2/Content'
import { Dialog } from '@react-spectrum/s2/Dialog'
import { Heading } from '@react-spectrum/s2/Heading'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { TextArea } from '@react-spectrum/s2/TextArea'
import type { TextFieldRef } from '@react-spectrum/s2/TextField'
import { type ClipboardEvent, useRef } from 'react'
import { largestImportBytes } from '../../../shared/imports'
import { FailureNotice } from '../../components/failure/failure-notice'
import { useMessages } from '../../language/messages'
import messages from './messages/en.json'
import { RefusalNotice } from './refusal-notice'
import type { CredentialImport } from './use-credential-import'

const column = style({ display: 'flex', flexDirection: 'column', rowGap: 16, paddingBottom: 4 })
const full = style({ width: 'full' })

/** A text to import. Kept in the text area alone, not in React state, so it is gone when the dialog closes. */
export function PasteDialog({
  state,
  onText,
  onCancel,
}: {
  state: CredentialImport['state']
  onText: (takeText: () => string) => void
  onCancel: () => void
}) {
  const say = useMessages(messages)
  const area = useRef<TextFieldRef<HTMLTextAreaElement>>(null)
  function read() {
    return onText(() => area.current?.getInputElement()?.value ?? '')
  }
  function paste(event: ClipboardEvent) {
    const pasted = event.clipboardData.getData('text/plain')
    if (pasted.length > largestImportBytes) {
      // Nothing of it would be read, and a text area takes seconds for it.
      event.preventDefault()
      onText(() => pasted)
    } else {
      // The paste itself comes after its event.
      requestAnimationFrame(read)
    }
  }
  return (
    <Dialog size="L">
      <Heading slot="title">{say('paste.title')}</Heading>
      <Content>
        <div className={column}>
          <TextArea
            ref={area}
            autoFocus
            label={say('paste.label')}
            description={say('paste.description')}
            autoComplete="off"
            spellCheck="false"
            onPaste={paste}
            styles={full}
          />
          {state.step === 'refused' ? <RefusalNotice refusal={state.refusal} /> : null}
          {state.step === 'failed' ? <FailureNotice error={state.error} /> : null}
        </div>
      </Content>
      <ButtonGroup>
        <Button variant="secondary" onPress={onCancel}>
          {say('paste.cancel')}
        </Button>
        <Button variant="accent" onPress={read}>
          {say('paste.import')}
        </Button>
      </ButtonGroup>
    </Dialog>
  )
}
