import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useMutation } from '@tanstack/react-query'
import messages from '../../../../words/check/messages/en.json'
import { ConfirmButton } from '../../../components/confirm-button'
import { FailureNotice } from '../../../components/failure/failure-notice'
import { unwrap } from '../../../desktop/desktop'
import { useMessages } from '../../../language/messages'

const line = style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 12, rowGap: 8 })
const paragraph = style({ font: 'ui-sm' })

/** Copies the token to the clipboard for a while, after a warning. The window never has it. */
export function CopyToken({ connectionId }: { connectionId: string }) {
  const say = useMessages(messages)
  const copy = useMutation({ mutationFn: () => unwrap(window.desktop.copyToken({ connectionId })) })
  return (
    <>
      <div className={line}>
        <ConfirmButton
          variant="secondary"
          size="S"
          label={say('token.copy')}
          danger="warning"
          title={say('token.copy.title')}
          confirmLabel={say('token.copy.confirm')}
          onConfirm={() => copy.mutate()}
        >
          {say('token.copy.words')}
        </ConfirmButton>
        <span role="status" className={paragraph}>
          {copy.data ? say('token.copied', { seconds: copy.data.secondsUntilCleared }) : ''}
        </span>
      </div>
      {copy.error ? <FailureNotice error={copy.error.error} /> : null}
    </>
  )
}
