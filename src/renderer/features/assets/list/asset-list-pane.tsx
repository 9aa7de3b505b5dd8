import { ActionButton } from '@react-spectrum/s2/ActionButton'
import { Button } from '@react-spectrum/s2/Button'
import ListBulleted from '@react-spectrum/s2/icons/ListBulleted'
import { useLocale } from '@react-spectrum/s2/Provider'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import type { ReactNode } from 'react'
import { asSentences } from '../../../../words/language/punctuation'
import { FailureNotice } from '../../../components/failure/failure-notice'
import { useFocusOnResult } from '../../../components/use-focus-on-result'
import { useMessages } from '../../../language/messages'
import messages from '../messages/en.json'
import { AssetListBox } from './asset-list-box'
import { FoundAssetsBar } from './found-assets-bar'
import type { ListLayout } from './list-layout'
import { ListProgress } from './list-progress'
import { type ListPlace, type ListReading, useListReading } from './list-queries'
import type { FoundAssets } from './list-rows'
import { countRows, nameList, readableIds, stateOf, unreadIds } from './list-rows'

const pane = style<{ isBeside: boolean }>({
  display: 'flex',
  flexDirection: 'column',
  rowGap: 8,
  flexShrink: 0,
  minHeight: 0,
  minWidth: 0,
  width: { default: 'full', isBeside: '[clamp(200px, 24%, 280px)]' },
  maxHeight: { default: '[35%]', isBeside: 'none' },
})
const head = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 12,
  rowGap: 8,
  flexShrink: 0,
  minHeight: 32,
})
const outcome = style({ font: 'ui-sm', color: 'neutral-subdued', margin: 0, outlineStyle: 'none' })

export type AssetListPaneProps = {
  found: FoundAssets
  place: ListPlace
  layout: ListLayout
  /** Reads and opens the asset at that place of the list. */
  onOpen: (index: number) => void
  /** Reads these of the list. */
  onReadAll: (assetIds: readonly string[]) => void
  /** What else can be done with all of them. */
  actions: ReactNode
}

/** The assets of a text that named several: all of them to be read at once, each of them to be opened. */
export function AssetListPane({ found, place, layout, onOpen, onReadAll, actions }: AssetListPaneProps) {
  const say = useMessages(messages)
  const { isOpen, isBeside, toggle } = layout
  const reading = useListReading(place)
  const { trace, isRunning, cancel } = reading
  const counts = useFocusOnResult<HTMLParagraphElement>(isRunning)
  const error = isLatest(found, reading) ? reading.error : null
  const { references, current } = found
  const { bucket } = place
  return (
    <section className={pane({ isBeside })} aria-label={say('list.label')}>
      <div className={head}>
        <FoundAssetsBar found={found} onTake={onOpen} />
        <ActionButton
          size="S"
          aria-label={say(isOpen ? 'list.hide' : 'list.show')}
          aria-expanded={isOpen}
          onPress={toggle}
        >
          <ListBulleted />
        </ActionButton>
        {isRunning && trace.run ? (
          <ListProgress run={trace.run} onCancel={cancel} />
        ) : (
          <>
            <ReadAllButton {...{ found, place, reading, onReadAll }} />
            {actions}
          </>
        )}
        <p ref={counts} tabIndex={-1} className={outcome} role="status">
          <DescribedOutcome {...{ found, place, reading }} />
        </p>
      </div>
      {error ? <FailureNotice error={error} /> : null}
      {isOpen ? (
        <AssetListBox
          {...{ references, current, onOpen }}
          isOneLine={!isBeside}
          stateOf={(reference) => stateOf(reference, bucket, trace, isRunning)}
        />
      ) : null}
    </section>
  )
}

/** Whether it was this list that was read last. */
function isLatest({ references }: FoundAssets, { trace }: ListReading): boolean {
  return trace.run?.list === nameList(references)
}

type PartProps = Pick<AssetListPaneProps, 'found' | 'place'> & { reading: ListReading }

function ReadAllButton({
  found,
  place,
  reading,
  onReadAll,
}: PartProps & Pick<AssetListPaneProps, 'onReadAll'>) {
  const say = useMessages(messages)
  const ids = readableIds(found.references, place.bucket)
  const unread = unreadIds(ids, reading.trace.outcomes)
  const isPart = unread.length > 0 && unread.length < ids.length
  return (
    <Button
      variant="secondary"
      size="S"
      isDisabled={ids.length === 0}
      onPress={() => onReadAll(isPart ? unread : ids)}
    >
      {say(isPart ? 'list.readRest' : 'list.readAll')}
    </Button>
  )
}

/** The outcome, announced to screen readers once reading has ended. */
function DescribedOutcome({ found, place, reading }: PartProps) {
  const say = useMessages(messages)
  const { locale } = useLocale()
  const { trace, isRunning } = reading
  if (isRunning) return null
  const counts = countRows(found.references, place.bucket, trace)
  const run = isLatest(found, reading) ? trace.run : null
  const words = [
    run?.isCancelled ? say('list.cancelled') : null,
    counts.failed > 0
      ? say('list.counts.failed', { read: counts.read, failed: counts.failed })
      : counts.read > 0
        ? say('list.counts.read', { read: counts.read })
        : null,
    run && run.left > 0 ? say('list.left', { count: run.left }) : null,
    counts.elsewhere > 0 ? say('list.others', { count: counts.elsewhere }) : null,
    counts.path > 0 ? say('list.paths', { count: counts.path }) : null,
  ]
  return asSentences(
    locale,
    words.filter((sentence) => sentence !== null),
  )
}
