import { Button } from '@react-spectrum/s2/Button'
import type { Connection } from '../../../shared/connections'
import type { AppError } from '../../../shared/result'
import { subjectOf } from '../../../words/check/finding-subject'
import { describeError } from '../../../words/failure/describe-failure'
import failureMessages from '../../../words/failure/messages/en.json'
import { FindingCard } from '../../features/check/finding-card'
import { OwnFixButton } from '../../features/connections/own-fix-button'
import { useMessages } from '../../language/messages'

export type FailedReadProps = {
  connection: Connection
  connections: readonly Connection[]
  assetId: string
  error: AppError
  onRetry: () => void
  onSettings: () => void
}

/** A read that failed, as the check would tell it. */
export function FailedRead(props: FailedReadProps) {
  const { connection, connections, assetId, error, onRetry, onSettings } = props
  const say = useMessages(failureMessages)
  const subject = subjectOf(connection, null, connections)
  return (
    <FindingCard tone="negative" step={null} at="" subject={{ ...subject, assetId }} error={error}>
      <OwnFixButton {...{ error, connection, onSettings }} onFixed={onRetry} />
      {describeError(say, error).canRetry ? (
        <Button variant="secondary" size="S" onPress={onRetry}>
          {say('retry')}
        </Button>
      ) : null}
    </FindingCard>
  )
}
