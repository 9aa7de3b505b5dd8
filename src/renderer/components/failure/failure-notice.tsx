import { Button } from '@react-spectrum/s2/Button'
import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle'
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' }
import type { ReactNode } from 'react'
import type { AppError } from '../../../shared/result'
import { EvidenceDetails } from './evidence-details'
import { describeError, findEvidence } from './failure-words'
import { FixSteps } from './fix-steps'
import { useFailureMessages } from './messages'

const card = style({
  display: 'flex',
  columnGap: 12,
  padding: 16,
  borderRadius: 'lg',
  borderWidth: 2,
  borderStyle: 'solid',
  borderColor: 'negative-800',
  backgroundColor: 'base',
  color: 'body',
  minWidth: 0,
  flexShrink: 0,
})
const text = style({ flexGrow: 1, minWidth: 0, font: 'body-sm', overflowWrap: 'anywhere' })
const title = style({ font: 'title', margin: 0 })
const paragraph = style({ marginTop: 4, marginBottom: 0 })
const whose = style({ font: 'ui-sm', marginTop: 8, marginBottom: 0, color: 'neutral-subdued' })
const actions = style({ display: 'flex', flexWrap: 'wrap', gap: 8, marginTop: 12 })

export type FailureNoticeProps = {
  error: AppError
  onRetry?: (() => void) | undefined
  /** More ways out than trying again. */
  children?: ReactNode
}

/** What went wrong, what to do and who can do it; for people who have to dig, what was sent and seen. */
export const FailureNotice = ({ error, onRetry, children }: FailureNoticeProps) => {
  const say = useFailureMessages()
  const words = describeError(say, error)
  const evidence = findEvidence(error)
  const retry = words.canRetry ? onRetry : undefined
  return (
    <div className={card}>
      <AlertTriangle styles={iconStyle({ color: 'negative', marginTop: 2 })} />
      <div className={text}>
        <div role="alert">
          <h2 className={title}>{words.title}</h2>
          <p className={paragraph}>{words.cause}</p>
          <FixSteps fix={words.fix} List={error.kind === 'input' ? 'ul' : 'ol'} />
          {words.owner === null ? null : (
            <p className={whose}>{say('owner.label', { owner: say(`owner.${words.owner}`) })}</p>
          )}
        </div>
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
            {say('details.detail')}: <bdi>{error.detail}</bdi>
          </p>
        ) : null}
        {evidence && error.kind === 'failure' ? (
          <EvidenceDetails evidence={evidence} cause={error.cause} />
        ) : null}
      </div>
    </div>
  )
}
