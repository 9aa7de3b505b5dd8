import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import type { Connection } from '../../../shared/connections'
import type { Draft, Edit, FieldPath, SendOutcome } from '../../../shared/edit'
import type { HttpExchange } from '../../../shared/http-exchange'
import type { AppError } from '../../../shared/result'
import { FailureNotice } from '../../components/failure/failure-notice'
import { useFormats } from '../../language/formats'
import { useMessages } from '../../language/messages'
import { ConflictPanel } from './conflict-panel'
import { EditToolbar, type EditViewName } from './edit-toolbar'
import { LockPanel } from './lock-panel'
import messages from './messages/en.json'
import { Applied, Stopped, Unknown } from './opening-states'
import { PatchByHand } from './patch-by-hand'
import { ProductionNote } from './production-note'
import type { Refusal } from './refusal'
import { ReviewPanel } from './review-panel'
import { type DraftStep, useDraft } from './use-draft'

const frame = style({ display: 'flex', flexDirection: 'column', height: 'full', minHeight: 0 })
const note = style({
  font: 'ui-sm',
  margin: 0,
  paddingX: 8,
  paddingY: 4,
  borderRadius: 'default',
  backgroundColor: 'informative-subtle',
  flexShrink: 0,
})
const work = style({ display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 })

/** The tree of a draft, with the editor of its active row. */
export type ShownDraft = {
  draft: Draft
  /** Where the edit was that has made this draft; null where the user stays where they are. */
  revealed: { path: FieldPath; draft: Draft } | null
  onEdit: (edit: Edit, shown: FieldPath) => void
}

export type EditViewProps = {
  connection: Connection
  assetId: string
  onDone: () => void
  /** The change is in AEM, or what came of it is known otherwise. */
  onApplied: (outcome: Extract<SendOutcome, { kind: 'applied' }>) => void
  curlOf: (exchange: HttpExchange) => string
  renderTree: (shown: ShownDraft) => ReactNode
  renderRequest: (error: AppError) => ReactNode
}

/** Edits an asset: the fields or the patch, then the review, then what came of it. */
export function EditView(props: EditViewProps) {
  const { connection, assetId, onApplied } = props
  const say = useMessages(messages)
  const { opening, step, show, error, reopen } = useDraft(connection.id, assetId)
  const [told, setTold] = useState<SendOutcome | null>(null)
  const opened = opening.data

  function take(outcome: SendOutcome) {
    if (outcome.kind === 'applied') return onApplied(outcome)
    setTold(outcome)
    show(outcome.draft)
  }
  async function readAgain() {
    const { data } = await reopen()
    if (data === undefined || data.kind === 'open') setTold(null)
    else take(data)
  }
  if (opening.error) {
    return (
      <Stopped onDone={props.onDone}>
        <FailureNotice error={opening.error.error} onRetry={() => void reopen()} />
      </Stopped>
    )
  }
  if (!opened) return <p role="status">{say('opening')}</p>
  if (opened.kind === 'applied') return <Applied outcome={opened} onApplied={onApplied} />
  const known = told ?? (opened.kind === 'open' ? null : opened)
  if (known?.kind === 'unknown') {
    return (
      <Stopped onDone={props.onDone}>
        <Unknown onAgain={() => void readAgain()} />
      </Stopped>
    )
  }
  return (
    <div className={frame}>
      {error ? <FailureNotice error={error.error} /> : null}
      <OpenDraft
        {...props}
        {...{ step, show }}
        told={known}
        draft={opened.draft}
        onOutcome={take}
        onOpened={() => void reopen()}
      />
    </div>
  )
}

type OpenDraftProps = EditViewProps & {
  draft: Draft
  told: SendOutcome | null
  step: (make: DraftStep) => Promise<Draft | null>
  show: (draft: Draft) => void
  onOutcome: (outcome: SendOutcome) => void
  onOpened: () => void
}

function OpenDraft(props: OpenDraftProps) {
  const { connection, draft, told, step, show, onOutcome, onOpened, onDone, renderTree } = props
  const say = useMessages(messages)
  const formats = useFormats()
  const [view, setView] = useState<EditViewName>('fields')
  const [wantsReview, setReviewing] = useState(false)
  const [revealed, setRevealed] = useState<ShownDraft['revealed']>(null)
  const [serial, setSerial] = useState(0)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const root = useRef<HTMLDivElement>(null)
  const draftId = draft.id
  // The last words of a patch may turn out to be a problem when the review was asked for already.
  const isReviewing = wantsReview && (view === 'fields' || draft.unfinished === null)

  async function edit(change: Edit, shown: FieldPath) {
    const edited = await step(() => window.desktop.editDraft({ draftId, edit: change }))
    if (edited && change.kind !== 'set') setRevealed({ path: shown, draft: edited })
  }
  /** What is typed in a field at this moment is an edit as well; afterwards the fields show what is there then. */
  async function goBackOrForth(make: DraftStep) {
    if (document.activeElement instanceof HTMLElement && root.current?.contains(document.activeElement)) {
      document.activeElement.blur()
    }
    await step(make)
    setSerial((now) => now + 1)
  }
  function undo() {
    void goBackOrForth(() => window.desktop.undoEdit({ draftId }))
  }
  function redo() {
    void goBackOrForth(() => window.desktop.redoEdit({ draftId }))
  }
  function discard() {
    void goBackOrForth(() => window.desktop.discardEdits({ draftId }))
  }

  function handleKey(event: KeyboardEvent) {
    const isInField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement
    const key = event.key.toLowerCase()
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !isInField && (key === 'z' || key === 'y')) {
      event.preventDefault()
      if (key === 'y' || event.shiftKey) redo()
      else undo()
    } else if (event.key === 'F2') {
      const field = root.current?.querySelector<HTMLElement>('[data-editor] :is(textarea, input)')
      event.preventDefault()
      field?.focus()
    }
  }
  if (draft.lock !== null) {
    return (
      <Stopped onDone={onDone}>
        <LockPanel connection={connection} lock={draft.lock} onOpened={onOpened} />
      </Stopped>
    )
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the keys that work in every part of the view.
    <div ref={root} className={frame} onKeyDown={handleKey}>
      <ProductionNote connection={connection} />
      {isReviewing ? null : (
        <EditToolbar
          {...{ draft, view, onDone }}
          onView={setView}
          onUndo={undo}
          onRedo={redo}
          onDiscard={discard}
          onReview={() => setReviewing(true)}
        />
      )}
      {told?.kind === 'conflict' && draft.conflicts.length === 0 ? (
        <p role="alert" className={note}>
          {say('merged', { count: told.merged })}
        </p>
      ) : null}
      {told?.kind === 'not-applied' ? (
        <p role="alert" className={note}>
          {say('not-applied')}
        </p>
      ) : null}
      {view === 'patch' || draft.unfinished === null ? null : (
        <p role="status" className={note}>
          {say('patch.unfinished')}
        </p>
      )}
      {draft.resumedFrom === null || draft.changes.length === 0 ? null : (
        <p role="status" className={note}>
          {say('resumed', { time: formats.moment(draft.resumedFrom) })}
        </p>
      )}
      <div key={serial} className={`edit-work ${work}`}>
        {draft.conflicts.length > 0 ? (
          <ConflictPanel
            conflicts={draft.conflicts}
            onSettle={(choices) => void step(() => window.desktop.settleConflicts({ draftId, choices }))}
          />
        ) : isReviewing ? (
          <ReviewPanel
            {...props}
            onBack={() => setReviewing(false)}
            onRefused={setRefusal}
            onOutcome={(outcome) => {
              setReviewing(false)
              onOutcome(outcome)
            }}
          />
        ) : view === 'patch' ? (
          <PatchByHand draft={draft} refusal={refusal} onDraft={show} />
        ) : (
          renderTree({ draft, revealed, onEdit: (change, shown) => void edit(change, shown) })
        )}
      </div>
    </div>
  )
}
