import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import type { SearchCounts, SearchOutcome } from '../../../shared/search'
import { isolate } from '../../../words/language/say-in'
import { useMessages } from '../../language/messages'
import type { Find } from './find-queries'
import messages from './messages/en.json'

const line = style({ font: 'ui-sm', color: 'neutral-subdued', margin: 0, overflowWrap: 'anywhere' })
const marked = style({ font: 'ui-sm', color: 'notice-1100', margin: 0, overflowWrap: 'anywhere' })

/** How many AEM has sent, and where each of them is; what is missing, and why. Announced once the search has ended. */
export function FindAccount({ find }: { find: Find }) {
  const say = useMessages(messages)
  const { trace, outcome, isRunning } = find
  const { counts, isCanceled } = trace
  const found = outcome?.outcome === 'found' ? outcome : null
  const gaps = [
    isCanceled ? say('account.canceled') : null,
    found?.stop ? say(`stop.${found.stop.why}`) : null,
    counts && counts.repeated > 0 ? say('account.repeated', { count: counts.repeated }) : null,
    counts && counts.unreadable > 0 ? say('account.unreadable', { count: counts.unreadable }) : null,
    counts && counts.refused > 0 ? say('account.refused', { count: counts.refused }) : null,
    found?.unknownPlace ? say('account.place', { place: isolate(found.unknownPlace) }) : null,
  ]
  return (
    <div role="status">
      {isRunning || counts === null ? null : (
        <p className={line}>
          <Sums counts={counts} found={found} />
        </p>
      )}
      {isRunning || gaps.every((gap) => gap === null) ? null : (
        <p className={marked}>{gaps.filter((gap) => gap !== null).join(' ')}</p>
      )}
    </div>
  )
}

type Found = Extract<SearchOutcome, { outcome: 'found' }>

function Sums({ counts, found }: { counts: SearchCounts; found: Found | null }) {
  const say = useMessages(messages)
  const { read, matching, others, total } = counts
  const here = found?.filteredHere ?? []
  const sentences = [
    say('account.matching', { count: matching }),
    total === null
      ? say('account.read', { read })
      : say(total.isExact ? 'account.readOf' : 'account.readOfMore', { read, total: total.value }),
    others > 0 ? say('account.others', { count: others }) : null,
    here.length > 0
      ? say('account.here', { filters: here.map((name) => say(`filterName.${name}`)).join(', ') })
      : null,
  ]
  return sentences.filter((sentence) => sentence !== null).join(' ')
}
