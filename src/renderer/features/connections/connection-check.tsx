import { Button } from '@react-spectrum/s2/Button'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { FailureNotice } from '../../components/failure/failure-notice'
import { WorkInProgress } from '../../components/work/work-in-progress'
import { tokenCheckQuery } from './connection-queries'
import { useConnectionMessages } from './messages'
import { TokenCard } from './token-card'

const place = style({ scrollMarginBottom: 16, scrollMarginTop: 16 })
const next = style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 12, marginTop: 12 })

export type ConnectionCheckProps = { connectionId: string; onRetry: () => void; onBrowse: () => void }

/** What became of the last check of this connection; nothing before the first. */
export const ConnectionCheck = ({ connectionId, onRetry, onBrowse }: ConnectionCheckProps) => {
  const say = useConnectionMessages()
  const query = tokenCheckQuery(connectionId)
  const { data: check, error, isFetching } = useQuery({ ...query, enabled: false })
  const outcome = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (check || error || isFetching) outcome.current?.scrollIntoView({ block: 'nearest' })
  }, [check, error, isFetching])

  const show = () => {
    if (isFetching) return <WorkInProgress queryKey={query.queryKey} />
    if (error) return <FailureNotice error={error.error} onRetry={onRetry} />
    if (!check) return null
    return (
      <TokenCard check={check}>
        <div className={next}>
          <span>{say('check.next')}</span>
          <Button variant="secondary" size="S" onPress={onBrowse}>
            {say('check.browse')}
          </Button>
        </div>
      </TokenCard>
    )
  }
  return (
    <div ref={outcome} className={place}>
      {show()}
    </div>
  )
}
