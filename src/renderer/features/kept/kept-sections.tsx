import { ActionButton } from '@react-spectrum/s2/ActionButton'
import ChevronDown from '@react-spectrum/s2/icons/ChevronDown'
import ChevronRight from '@react-spectrum/s2/icons/ChevronRight'
import Delete from '@react-spectrum/s2/icons/Delete'
import { Menu, MenuItem, MenuTrigger } from '@react-spectrum/s2/Menu'
import { SearchField } from '@react-spectrum/s2/SearchField'
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useId, useMemo, useState } from 'react'
import type { Connection } from '../../../shared/connections'
import { type AssetKey, assetKeyOf, type HistoryScope } from '../../../shared/kept'
import { isolate } from '../../../words/language/say-in'
import { useOfferUndo } from '../../components/offer-undo'
import { useFormats } from '../../language/formats'
import { useMessages } from '../../language/messages'
import { matchesSearch, shownName } from './find-kept'
import { type KeptEntry, KeptList } from './kept-list'
import { keptQuery, useClearHistory, useKeptAfterReadings, useRestoreHistory } from './kept-queries'
import messages from './messages/en.json'

/** More of them are found by searching. */
const mostShown = 100

const region = style({ display: 'flex', flexDirection: 'column', rowGap: 4, minHeight: 0, flexShrink: 1 })
const scrolling = style({
  display: 'flex',
  flexDirection: 'column',
  rowGap: 4,
  minHeight: 0,
  overflowY: 'auto',
})
const headLine = style({ display: 'flex', alignItems: 'center', minHeight: 28, flexShrink: 0 })
const heading = style({ flexGrow: 1, minWidth: 0, margin: 0, font: 'ui-sm' })
const toggle = style({
  display: 'flex',
  alignItems: 'center',
  columnGap: 4,
  width: 'full',
  paddingX: 12,
  paddingY: 4,
  borderStyle: 'none',
  borderRadius: 'default',
  backgroundColor: { default: 'transparent', ':hover': 'gray-200' },
  font: 'ui-sm',
  color: 'neutral-subdued',
  cursor: 'pointer',
  textAlign: 'start',
  outlineStyle: { default: 'none', ':focus-visible': 'solid' },
  outlineColor: 'focus-ring',
  outlineWidth: 2,
  outlineOffset: -2,
})
const paragraph = style({ font: 'ui-sm', color: 'neutral-subdued', margin: 0, paddingX: 12, paddingY: 4 })
const chevron = iconStyle({ size: 'XS', color: 'neutral' })

export type KeptSectionsProps = {
  connections: readonly Connection[]
  /** The asset on the screen, or the last request. */
  current: AssetKey | null
  keepsHistory: boolean
  onOpen: (asset: AssetKey) => void
}

/** Favorites and history of all connections that are there; nothing at all before there is either. */
export function KeptSections({ connections, current, keepsHistory, onOpen }: KeptSectionsProps) {
  const say = useMessages(messages)
  const formats = useFormats()
  const [typed, setTyped] = useState('')
  const { data: kept } = useQuery(keptQuery())
  const clear = useClearHistory()
  const restore = useRestoreHistory()
  const offerUndo = useOfferUndo()
  useKeptAfterReadings()

  // A request changes which entry is current, and none of this.
  const { favourites, history } = useMemo(() => {
    const nameOf = new Map(connections.map(({ id, name }) => [id, name]))
    function isShown(entry: Parameters<typeof matchesSearch>[0]): boolean {
      const name = nameOf.get(entry.connectionId)
      return name !== undefined && matchesSearch(entry, name, typed)
    }
    return {
      favourites: (kept?.favourites ?? []).filter(isShown),
      history: (kept?.history ?? []).filter(isShown),
    }
  }, [kept, connections, typed])
  const isEmpty = typed === '' && favourites.length + history.length === 0
  if (!kept || isEmpty) return null

  function clearHistory(scope: HistoryScope, words: string) {
    clear.mutate(scope, {
      onSuccess: () => offerUndo(words, () => restore.mutate(undefined)),
    })
  }

  /** An edited connection has entries of where it led to before. */
  function withOrigin({ connectionId, author, clientId }: AssetKey, detail: string): string {
    const now = connections.find(({ id }) => id === connectionId)
    if (!now || author === null) return detail
    const host = author.replace(/^https:\/\//, '')
    if (author !== now.author) return say('formerAuthor', { author: host, detail })
    return clientId === now.clientId ? detail : say('formerClient', { clientId: clientId ?? '', detail })
  }
  const shownHistory = history.slice(0, mostShown).map(
    (entry): KeptEntry => ({
      ...entry,
      detail: withOrigin(entry, formats.moment(entry.at)),
      hasFailed: entry.outcome === 'failed',
    }),
  )
  const older = history.length - shownHistory.length
  const shownFavourites = favourites.map(
    (favourite): KeptEntry => ({
      ...favourite,
      detail: withOrigin(favourite, favourite.note || (favourite.names.path ?? favourite.assetId)),
      hasFailed: false,
    }),
  )
  const ofCurrent = connections.find(({ id }) => id === current?.connectionId)
  return (
    <section className={region} aria-label={say('region')}>
      <SearchField
        aria-label={say('search')}
        placeholder={say('search')}
        size="S"
        value={typed}
        onChange={setTyped}
        styles={style({ width: 'full', flexShrink: 0 })}
      />
      <div className={scrolling}>
        {shownFavourites.length === 0 ? null : (
          <Section heading={say('favourites')}>
            <KeptList
              label={say('favourites')}
              entries={shownFavourites}
              {...{ connections, current, onOpen }}
            />
          </Section>
        )}
        {shownHistory.length === 0 ? null : (
          <Section
            heading={say('history')}
            action={
              <MenuTrigger align="end">
                <ActionButton isQuiet size="XS" aria-label={say('history.clear')}>
                  <Delete />
                </ActionButton>
                <Menu
                  onAction={(key) =>
                    clearHistory(
                      key === 'all' ? 'everything' : { connectionId: String(key) },
                      say('history.cleared'),
                    )
                  }
                >
                  {ofCurrent ? (
                    <MenuItem id={ofCurrent.id}>
                      {say('history.clear.one', { name: isolate(ofCurrent.name) })}
                    </MenuItem>
                  ) : null}
                  <MenuItem id="all">{say('history.clear.all')}</MenuItem>
                </Menu>
              </MenuTrigger>
            }
          >
            <KeptList
              label={say('history')}
              entries={shownHistory}
              {...{ connections, current, onOpen }}
              onRemove={(entry) =>
                clearHistory(
                  { asset: assetKeyOf(entry) },
                  say('history.removed', { name: isolate(shownName(entry)) }),
                )
              }
            />
            {older > 0 ? <p className={paragraph}>{say('history.more', { count: older })}</p> : null}
          </Section>
        )}
        {keepsHistory ? null : <p className={paragraph}>{say('history.off')}</p>}
        <p role="status" className={paragraph} hidden={favourites.length + history.length > 0}>
          {favourites.length + history.length > 0 ? '' : say('search.none', { text: isolate(typed) })}
        </p>
      </div>
    </section>
  )
}

type SectionProps = { heading: string; action?: ReactNode; children: ReactNode }

function Section({ heading: title, action, children }: SectionProps) {
  const [isOpen, setOpen] = useState(true)
  const panel = useId()
  const Chevron = isOpen ? ChevronDown : ChevronRight
  return (
    <div>
      <div className={headLine}>
        <h2 className={heading}>
          <button
            type="button"
            className={toggle}
            aria-expanded={isOpen}
            aria-controls={panel}
            onClick={() => setOpen(!isOpen)}
          >
            <Chevron styles={chevron} />
            {title}
          </button>
        </h2>
        {action}
      </div>
      <div id={panel} hidden={!isOpen}>
        {children}
      </div>
    </div>
  )
}
