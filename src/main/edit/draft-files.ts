import { createHash } from 'node:crypto'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { pathForms } from '../../shared/edit'
import type { AssetKey } from '../../shared/kept'
import { openJsonFile } from '../files/json-file'
import { NotJson } from '../metadata/tabulate-json'
import { type DraftState, goTo, startDraft, UnfitEdit } from './draft-state'
import { assetSchema, changesSchema, listOf, valueSchema } from './filed-schemas'
import { parseDocument } from './json-value'

/** Where drafts wait for the next start. Throws `storage` where the disk does not do it. */
export type DraftFiles = {
  read: (asset: AssetKey) => Promise<DraftState | null>
  write: (draft: DraftState) => Promise<void>
  remove: (asset: AssetKey) => Promise<void>
  /** Removes those of connections that are no longer there. */
  tidy: (connectionIds: ReadonlySet<string>) => Promise<void>
}

const path = listOf(v.union([v.string(), v.number()]))
const stepSchema = v.variant('kind', [
  v.object({ kind: v.literal('set'), path, value: v.string(), continues: v.boolean() }),
  v.object({ kind: v.literal('add'), path, value: v.string() }),
  v.object({ kind: v.literal('remove'), path }),
  v.object({ kind: v.literal('rename'), path, key: v.string() }),
  v.object({ kind: v.literal('move'), path, to: v.number() }),
  v.object({ kind: v.literal('patch'), text: v.string() }),
  v.object({ kind: v.literal('changes'), changes: changesSchema }),
])

const draftSchema = v.object({
  version: v.literal(1),
  asset: assetSchema,
  base: v.object({ text: v.string(), etag: v.nullable(v.string()), readAt: v.string() }),
  steps: listOf(stepSchema),
  position: v.number(),
  conflicts: listOf(
    v.object({ path: listOf(v.string()), before: valueSchema, mine: valueSchema, theirs: valueSchema }),
  ),
  unfinished: v.optional(v.nullable(v.string()), null),
  sent: v.nullable(
    v.object({
      changeId: v.string(),
      body: v.string(),
      form: v.picklist(pathForms),
      changes: changesSchema,
    }),
  ),
})

/** One file for each asset and the way to it: a connection that leads elsewhere by now finds none of its drafts. */
export function openDraftFiles(folder: string): DraftFiles {
  function placeOf({ connectionId, author, clientId, assetId }: AssetKey): string {
    const name = createHash('sha256').update(JSON.stringify([connectionId, author, clientId, assetId]))
    return join(folder, `${connectionId.replace(/[^\w-]/g, '')}.${name.digest('hex').slice(0, 32)}.json`)
  }
  function open(asset: AssetKey) {
    return openJsonFile(placeOf(asset), (content) => v.parse(draftSchema, content))
  }
  return {
    read: async (asset) => {
      const file = await open(asset).read()
      return file === null ? null : stateOf(asset, file)
    },
    write: async ({ asset, base, steps, position, conflicts, unfinished, sent }) => {
      const { body, etag, readAt } = base
      const written = { text: body.text, etag, readAt }
      const edits = { steps, position, conflicts, unfinished }
      await open(asset).write({ version: 1, asset, base: written, ...edits, sent })
    },
    remove: async (asset) => rm(placeOf(asset), { force: true }),
    tidy: async (connectionIds) => {
      const names = await readdir(folder).catch(() => [])
      const left = names.filter((name) => !connectionIds.has(name.split('.')[0] ?? ''))
      await Promise.all(left.map((name) => rm(join(folder, name), { force: true })))
    },
  }
}

/** null where the file is not of this program: such a draft can't be continued. */
function stateOf(asset: AssetKey, file: v.InferOutput<typeof draftSchema>): DraftState | null {
  const { base, steps, position, conflicts, unfinished, sent } = file
  try {
    const start = startDraft(asset, { ...base, body: parseDocument(base.text) })
    return { ...goTo({ ...start, steps }, position), conflicts, unfinished, sent, resumedFrom: base.readAt }
  } catch (thrown) {
    if (thrown instanceof NotJson || thrown instanceof UnfitEdit) return null
    throw thrown
  }
}
