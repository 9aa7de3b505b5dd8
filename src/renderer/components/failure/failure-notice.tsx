import { Button } from '@react-spectrum/s2/Button'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import type { ReactNode } from 'react'
import type { AppError } from '../../../shared/result'
import { describeError, findEvidence } from '../../../words/failure/describe-failure'
import messages from '../../../words/failure/messages/en.json'
import { useColon, useMessages } from '../../language/messages'
import { FixSteps, NoticeCard } from '../notice-card'
import { EvidenceDetails } from './evidence-details'

const whose = style({ font: 'ui-sm', marginTop: 8, marginBottom: 0, color: 'neutral-subdued' })
const actions = style({ display: 'flex', flexWrap: 'wrap', gap: 8, marginTop: 12 })

export type FailureNoticeProps = {
  error: AppError
  onRetry?: (() => void) | undefined
  /** More ways out than trying again. */
  children?: ReactNode
}

/** What went wrong, what to do and who can do it; on demand, what was sent and received. */
export function FailureNotice({ error, onRetry, children }: FailureNoticeProps) {
  const say = useMessages(messages)
  const colon = useColon()
  const words = describeError(say, error)
  const evidence = findEvidence(error)
  const retry = words.canRetry ? onRetry : undefined
  return (
    <NoticeCard
      title={words.title}
      why={words.cause}
      remedy={
        <>
          <FixSteps fix={words.fix} List={error.kind === 'input' ? 'ul' : 'ol'} />
          {words.owner === null ? null : (
            <p className={whose}>{say('owner.label', { owner: say(`owner.${words.owner}`) })}</p>
          )}
        </>
      }
    >
      {retry || children ? (
        <div className={actions}>
          {children}
          {retry ? (
            <Button variant="secondary" size="S" onPress={retry}>
              {say('retry')}
            </Button>
          ) : null}
        </div>
      ) : null}
      {error.kind === 'keychain' && error.detail !== '' ? (
        <p className={whose}>
          {say('details.detail')}
          {colon}
          <bdi>{error.detail}</bdi>
        </p>
      ) : null}
      {evidence && error.kind === 'failure' ? (
        <EvidenceDetails evidence={evidence} cause={error.cause} />
      ) : null}
    </NoticeCard>
  )
}
