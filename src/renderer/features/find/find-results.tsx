import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import type { ReactNode } from 'react'
import type { FoundAsset } from '../../../shared/search'
import { EvidenceDetails } from '../../components/failure/evidence-details'
import { FailureNotice } from '../../components/failure/failure-notice'
import { FixSteps, NoticeCard } from '../../components/notice-card'
import { useMessages } from '../../language/messages'
import { FindAccount } from './find-account'
import { FindProgress } from './find-progress'
import type { Find } from './find-queries'
import { FoundGrid } from './found-grid'
import messages from './messages/en.json'

const top = style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 12 })
const account = style({ flexGrow: 1, flexShrink: 1, flexBasis: 240, minWidth: 0 })
const words = style({ font: 'body', margin: 0 })
const help = style({
  display: 'flex',
  flexDirection: 'column',
  rowGap: 8,
  paddingTop: 24,
  maxWidth: 640,
})
const title = style({ font: 'title', margin: 0 })

export type FindResultsProps = {
  find: Find
  /** What can be done with what was found. */
  actions: ReactNode
  onRetry: () => void
  onOpen: (asset: FoundAsset) => void
}

/** What came of the search, or how it is done. */
export function FindResults({ find, actions, onRetry, onOpen }: FindResultsProps) {
  const say = useMessages(messages)
  const { trace, outcome, isRunning, error } = find
  const isUntouched = trace.counts === null && outcome === null && !trace.isCanceled
  const stop = outcome?.outcome === 'found' ? outcome.stop : null
  if (error) return <FailureNotice error={error} onRetry={onRetry} />
  return (
    <>
      {isRunning ? <FindProgress find={find} /> : null}
      <div className={top}>
        <div className={account}>
          <FindAccount find={find} />
        </div>
        {actions}
      </div>
      {stop?.why === 'failed' ? <FailureNotice error={stop.error} onRetry={onRetry} /> : null}
      {outcome?.outcome === 'unavailable' ? (
        <NoticeCard
          tone="notice"
          title={say(`unavailable.${outcome.reason}.title`)}
          why={say(`unavailable.${outcome.reason}.cause`)}
          remedy={<FixSteps fix={say('unavailable.fix').split('\n')} List="ul" />}
        >
          <EvidenceDetails evidence={outcome.evidence} cause={null} />
        </NoticeCard>
      ) : null}
      {trace.assets.length > 0 ? <FoundGrid assets={trace.assets} onOpen={onOpen} /> : null}
      {isUntouched && !isRunning ? (
        <div className={help}>
          <h2 className={title}>{say('help.title')}</h2>
          <p className={words}>{say('help.words')}</p>
          <p className={words}>{say('help.paths')}</p>
        </div>
      ) : null}
    </>
  )
}
