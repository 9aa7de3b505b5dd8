import * as v from 'valibot'
import type { Handlers } from '../../shared/contract'
import { pathForms } from '../../shared/edit'
import { requireAssetId } from '../assets/require-asset-id'
import type { RunningWork } from '../calls/running-work'
import type { ResolveAccess } from '../connections/connection-access'
import type { Connections } from '../connections/connections'
import { fieldText, identifier, parseInput } from '../input/parse-input'
import type { ChangeJournal } from './change-journal'
import { addStep, goTo, redo, undo } from './draft-state'
import type { Editing } from './editing'
import type { ChangeSender } from './send-changes'
import type { Lock } from './write-lock'

const position = v.pipe(v.number(), v.integer(), v.minValue(0))
const path = v.pipe(v.array(v.union([fieldText, position])), v.minLength(1), v.maxLength(1_000))
const editSchema = v.object({
  draftId: identifier,
  edit: v.variant('kind', [
    v.object({ kind: v.literal('set'), path, value: fieldText, continues: v.boolean() }),
    v.object({ kind: v.literal('add'), path, value: fieldText }),
    v.object({ kind: v.literal('remove'), path }),
    v.object({ kind: v.literal('rename'), path, key: fieldText }),
    v.object({ kind: v.literal('move'), path, to: position }),
  ]),
})
const oneDraft = v.object({ draftId: identifier })
const openSchema = v.object({ connectionId: identifier, asset: fieldText, ticket: identifier })
const patchSchema = v.object({ draftId: identifier, text: fieldText })
const settleSchema = v.object({ draftId: identifier, choices: v.array(v.picklist(['mine', 'theirs'])) })
const reviewSchema = v.object({ draftId: identifier, pathForm: v.nullable(v.picklist(pathForms)) })
const sendSchema = v.object({
  draftId: identifier,
  body: fieldText,
  pathForm: v.picklist(pathForms),
  ticket: identifier,
})
const reverseSchema = v.object({ changeId: identifier, ticket: identifier })
const allowSchema = v.object({ connectionId: identifier, isAllowed: v.boolean() })
const unlockSchema = v.object({ connectionId: identifier, confirmedName: fieldText })

type EditOperations =
  | 'openDraft'
  | 'editDraft'
  | 'undoEdit'
  | 'redoEdit'
  | 'discardEdits'
  | 'writePatch'
  | 'settleConflicts'
  | 'reviewDraft'
  | 'sendChanges'
  | 'listChanges'
  | 'reverseChange'
  | 'allowChanges'
  | 'unlockChanges'

type Collaborators = {
  connections: Connections
  resolveAccess: ResolveAccess
  editing: Editing
  sender: ChangeSender
  journal: ChangeJournal
  lock: Lock
  work: RunningWork
}

export function editHandlers(collaborators: Collaborators): Pick<Handlers, EditOperations> {
  const { connections, resolveAccess, editing, sender, journal, lock, work } = collaborators
  return {
    openDraft: (input) => {
      const { connectionId, asset, ticket } = parseInput(openSchema, input)
      return work.run({ ticket, connectionId }, async (signal, report) => {
        const record = await connections.find(connectionId)
        const access = await resolveAccess(record)
        const assetId = await requireAssetId(asset, record, access)
        return sender.open({ ...access, assetId }, signal, report)
      })
    },
    editDraft: async (input) => {
      const { draftId, edit } = parseInput(editSchema, input)
      return editing.edit(draftId, (state) => addStep(state, edit))
    },
    undoEdit: async (input) => editing.edit(parseInput(oneDraft, input).draftId, undo),
    redoEdit: async (input) => editing.edit(parseInput(oneDraft, input).draftId, redo),
    discardEdits: async (input) =>
      editing.edit(parseInput(oneDraft, input).draftId, (state) => ({
        ...goTo(state, 0),
        conflicts: [],
        unfinished: null,
      })),
    writePatch: async (input) => {
      const { draftId, text } = parseInput(patchSchema, input)
      return editing.writeByHand(draftId, text)
    },
    settleConflicts: async (input) => {
      const { draftId, choices } = parseInput(settleSchema, input)
      return editing.settle(draftId, choices)
    },
    reviewDraft: async (input) => {
      const { draftId, pathForm } = parseInput(reviewSchema, input)
      return sender.review(draftId, pathForm)
    },
    sendChanges: async (input) => {
      const { draftId, body, pathForm, ticket } = parseInput(sendSchema, input)
      const { record } = await editing.subjectOf(draftId)
      return work.run({ ticket, connectionId: record.id }, (signal) =>
        sender.send(draftId, { body, pathForm }, signal),
      )
    },
    listChanges: journal.list,
    reverseChange: async (input) => {
      const { changeId, ticket } = parseInput(reverseSchema, input)
      const change = (await journal.list()).find(({ id }) => id === changeId)
      const connectionId = change?.asset.connectionId ?? ''
      return work.run({ ticket, connectionId }, (signal, report) => sender.reverse(changeId, signal, report))
    },
    allowChanges: async (input) => {
      const { connectionId, isAllowed } = parseInput(allowSchema, input)
      await connections.allowChanges(connectionId, isAllowed)
      return connections.list()
    },
    unlockChanges: async (input) => {
      const { connectionId, confirmedName } = parseInput(unlockSchema, input)
      lock.unlock(await connections.find(connectionId), confirmedName)
      return null
    },
  }
}
