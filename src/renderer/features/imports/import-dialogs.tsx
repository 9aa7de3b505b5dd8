import { AlertDialog } from '@react-spectrum/s2/AlertDialog'
import { DialogContainer } from '@react-spectrum/s2/Dialog'
import { useMessages } from '../../language/messages'
import type { ConnectionText } from '../../model/connections/connection-text'
import { CredentialPicker } from './credential-picker'
import { findConflicts, takeBack } from './fill-in'
import messages from './messages/en.json'
import { PasteDialog } from './paste-dialog'
import type { CredentialImport, FoundCredential } from './use-credential-import'

type ImportDialogsProps = { credentialImport: CredentialImport; text: ConnectionText }

/** The dialogs of an import, one at a time. */
export function ImportDialogs({ credentialImport, text }: ImportDialogsProps) {
  const { state, isPasting, setPasting, readText, choose, dismiss, taken } = credentialImport
  return (
    <>
      <DialogContainer onDismiss={() => setPasting(false)}>
        {isPasting ? (
          <PasteDialog state={state} onText={readText} onCancel={() => setPasting(false)} />
        ) : null}
      </DialogContainer>
      <DialogContainer onDismiss={dismiss}>
        {state.step === 'choosing' ? (
          <CredentialPicker found={state.found} onChoose={choose} onCancel={dismiss} />
        ) : null}
      </DialogContainer>
      <DialogContainer onDismiss={dismiss}>
        {state.step === 'asking' ? (
          <OverwriteQuestion
            found={state.found}
            text={taken ? takeBack(text, taken) : text}
            onFill={credentialImport.fill}
          />
        ) : null}
      </DialogContainer>
    </>
  )
}

function OverwriteQuestion({
  found,
  text,
  onFill,
}: {
  found: FoundCredential
  text: ConnectionText
  onFill: CredentialImport['fill']
}) {
  const say = useMessages(messages)
  const fields = findConflicts(text, found.credential).map((field) => say(`ask.field.${field}`))
  return (
    <AlertDialog
      title={say('ask.title')}
      primaryActionLabel={say('ask.replace')}
      secondaryActionLabel={say('ask.keep')}
      cancelLabel={say('ask.cancel')}
      autoFocusButton="cancel"
      onPrimaryAction={() => onFill(found, false)}
      onSecondaryAction={() => onFill(found, true)}
    >
      {say('ask.words', { fields: fields.join(', ') })}
    </AlertDialog>
  )
}
