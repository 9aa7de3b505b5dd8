import { useCallback, useRef, useSyncExternalStore } from 'react'
import type { CopiedPart } from '../../../../shared/metadata'
import { FoldButton } from '../../../components/fold-button'
import { PaneEdge, usePaneStyle } from '../../../components/panes/pane-edge'
import { usePaneMemory } from '../../../components/panes/pane-memory'
import { useMessages } from '../../../language/messages'
import { kindOf } from '../../../model/document/document'
import type { Glossary } from '../../../model/glossary/glossary'
import { partOf } from '../copy/copied-text'
import { CopyButtons } from '../copy/copy-buttons'
import type { CopyReport } from '../copy/use-copy'
import messages from '../messages/en.json'
import { cellOf, heading } from '../rows/display-rows'
import type { TreeState } from '../tree/tree-state'
import { MeaningLines } from './meaning-lines'
import { PathTrail } from './path-trail'
import { WholeValue } from './whole-value'
import './details.css'

type Props = {
  /** Tells one asset from the next. */
  asset: string
  tree: TreeState
  glossary: Glossary | null
  report: CopyReport | null
  /** Of the selected rows. */
  onCopy: (part: CopiedPart) => void
}

/** The active row in full: where it stands, what it means, its whole value, and what can be taken from it. */
export function DetailStrip({ asset, tree, glossary, report, onCopy }: Props) {
  const say = useMessages(messages)
  const hasRoom = useSyncExternalStore(subscribeToRoom, () => roomForValue.matches)
  const { open, fold: foldPane } = usePaneMemory()
  const isOpen = open.details ?? hasRoom
  const fold = useCallback(() => foldPane('details', !isOpen), [foldPane, isOpen])
  const pane = useRef<HTMLElement>(null)
  /** The edge that has the focus goes, the button that brings it back stays. */
  function collapse() {
    fold()
    pane.current?.querySelector<HTMLElement>('.tree-detail-head > :last-child')?.focus()
  }
  const size = usePaneStyle('details', 'detailsBelow')
  const { display, activeId: id, selected } = tree
  const source = cellOf(display.source, id)
  const kind = source >= 0 ? kindOf(display.document, source) : groupKind(display.heading[id])
  const hasKey = selected !== null || partOf(display, id, 'key') !== null
  const hasValue = selected !== null || source >= 0

  const told = report?.id === id && report.display === display ? report : null
  return (
    <>
      {isOpen ? (
        <>
          <PaneEdge
            name="details"
            label={say('detail.width')}
            side="start"
            bounds={widths}
            pane={pane}
            onCollapse={collapse}
            className="tree-edge-beside"
          />
          <PaneEdge
            name="detailsBelow"
            label={say('detail.height')}
            side="top"
            bounds={heights}
            pane={pane}
            onCollapse={collapse}
            className="tree-edge-below"
          />
        </>
      ) : null}
      <section
        ref={pane}
        style={size}
        className={`tree-detail ${isOpen ? '' : 'tree-detail-closed'}`}
        aria-label={say('detail.label')}
      >
        <div className="tree-detail-head">
          <PathTrail display={display} id={id} />
          {told ? null : (
            <span className="tree-quiet tree-kind">
              {selected ? say('detail.selected', { count: selected.count }) : say(`kind.${kind}`)}
            </span>
          )}
          <div role="status" className="tree-report">
            {told ? <span key={told.serial}>{told.words}</span> : null}
          </div>
          <CopyButtons hasKey={hasKey} hasValue={hasValue} onCopy={onCopy} />
          <FoldButton
            label={say(isOpen ? 'detail.hide' : 'detail.show')}
            isOpen={isOpen}
            closed="up"
            onPress={fold}
          />
        </div>
        <MeaningLines display={display} id={id} glossary={glossary} />
        {isOpen ? <WholeValue key={`${asset} ${id}`} display={display} id={id} /> : null}
      </section>
    </>
  )
}

const widths = { least: 240, most: 720, usual: 300 }
/** As high as its content where the user has chosen nothing: about that. */
const heights = { least: 100, most: 720, usual: 160 }

/** A low window leaves the room to the rows, which mostly show the whole value; beside them there always is some. */
const roomForValue = window.matchMedia('not all and (max-height: 679px) and (max-width: 1179px)')

function subscribeToRoom(onChange: () => void) {
  roomForValue.addEventListener('change', onChange)
  return () => roomForValue.removeEventListener('change', onChange)
}

function groupKind(kind: number | undefined) {
  return kind === heading.meaning ? 'meaning' : 'namespace'
}
