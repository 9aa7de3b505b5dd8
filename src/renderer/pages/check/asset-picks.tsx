import { ActionButton } from '@react-spectrum/s2/ActionButton'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useQuery } from '@tanstack/react-query'
import type { Connection } from '../../../shared/connections'
import type { DemoOffer } from '../../../shared/demo'
import type { HistoryEntry } from '../../../shared/kept'
import messages from '../../../words/check/messages/en.json'
import { demoOfferQuery } from '../../features/demo/demo-menu'
import { shownName } from '../../features/kept/find-kept'
import { keptQuery, readBefore } from '../../features/kept/kept-queries'
import { useMessages } from '../../language/messages'

const line = style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8 })
const label = style({ font: 'ui-sm', color: 'neutral-subdued' })
const name = style({ maxWidth: 240, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' })

const mostPicks = 3

type Pick = { assetId: string; name: string }

export type AssetPicksProps = { connection: Connection; onPick: (assetId: string) => void }

/** Assets that the check can read, for those who have none at hand: what this connection has read, or the demo's. */
export function AssetPicks({ connection, onPick }: AssetPicksProps) {
  const say = useMessages(messages)
  const isDemo = connection.kind === 'demo'
  const { data: kept } = useQuery(keptQuery())
  const { data: offer } = useQuery({ ...demoOfferQuery(), enabled: isDemo })
  const read = kept ? readBefore(kept, connection).map(pickOfEntry) : []
  const picks = read.length > 0 ? read : (offer?.assets ?? []).filter(isReadable).map(pickOfDemo)
  if (picks.length === 0) return null
  return (
    <div className={line}>
      <span className={label}>{say(read.length > 0 ? 'form.picks' : 'form.picks.demo')}</span>
      {picks.slice(0, mostPicks).map((pick) => (
        <ActionButton key={pick.assetId} size="S" onPress={() => onPick(pick.assetId)}>
          <bdi className={name}>{pick.name}</bdi>
        </ActionButton>
      ))}
    </div>
  )
}

function pickOfEntry(entry: HistoryEntry): Pick {
  return { assetId: entry.assetId, name: shownName(entry) }
}

function isReadable({ failing }: DemoOffer['assets'][number]): boolean {
  return !failing
}

function pickOfDemo({ assetId, path }: DemoOffer['assets'][number]): Pick {
  return { assetId, name: path.split('/').at(-1) ?? path }
}
