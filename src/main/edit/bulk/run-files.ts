import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { bulkKinds, bulkStates } from '../../../shared/bulk'
import { pathForms } from '../../../shared/edit'
import type { AppError } from '../../../shared/result'
import { Failure } from '../../failures/failure'
import { changesSchema, listOf } from '../filed-schemas'
import type { RunHead, RunRow, RunState } from './run-state'

/**
 * Where runs are kept: a file of lines for each. The first line is what was reviewed, every further one a row as it has become; the
 * last line of a row counts. Lines are only added, so that a row costs a line and a crash at most the last of them.
 */
export type RunFiles = {
  /** Every run that can be understood. */
  read: () => Promise<RunState[]>
  /** Begins the file. Throws `storage`, as `add` does. */
  begin: (run: RunState) => Promise<void>
  /** On the disk, not only on its way there, when it has ended. */
  add: (runId: string, row: RunRow) => Promise<void>
  remove: (runId: string) => Promise<void>
}

const operation = v.object({
  kind: v.picklist(bulkKinds),
  field: v.string(),
  value: v.optional(v.string(), 'null'),
})
const headSchema = v.object({
  version: v.literal(1),
  head: v.object({
    id: v.string(),
    connectionId: v.string(),
    author: v.string(),
    clientId: v.string(),
    at: v.string(),
    operations: listOf(operation),
    undoes: v.nullable(v.string()),
    form: v.picklist(pathForms),
  }),
})
const errorSchema = v.custom<AppError>(
  (value) => typeof value === 'object' && value !== null && 'kind' in value,
)
const ruleCodes = [
  'no-version',
  'no-metadata',
  'read-only',
  'twice',
  'not-a-list',
  'other-kind',
  'changed-since',
] as const
const rowSchema = v.object({
  assetId: v.string(),
  title: v.nullable(v.string()),
  state: v.picklist(bulkStates),
  changes: changesSchema,
  rule: v.nullable(v.object({ code: v.picklist(ruleCodes), field: v.string() })),
  error: v.nullable(errorSchema),
  isReplanned: v.boolean(),
  etag: v.nullable(v.string()),
  wanted: changesSchema,
})

export function openRunFiles(folder: string): RunFiles {
  function placeOf(runId: string): string {
    return join(folder, `${runId.replace(/[^\w-]/g, '')}.jsonl`)
  }
  async function append(runId: string, lines: readonly unknown[]): Promise<void> {
    const path = placeOf(runId)
    try {
      await mkdir(folder, { recursive: true })
      const file = await open(path, 'a', 0o600)
      try {
        // Each begins with its line break, which also ends what a crash has left of the one before.
        await file.appendFile(lines.map((line) => `\n${JSON.stringify(line)}`).join(''))
        await file.datasync()
      } finally {
        await file.close()
      }
    } catch (thrown) {
      throw new Failure({ kind: 'storage', path, detail: thrown instanceof Error ? thrown.message : '' })
    }
  }
  return {
    read: async () => {
      const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.jsonl'))
      const runs = await Promise.all(names.map((name) => readRun(join(folder, name))))
      return runs.filter((run) => run !== null)
    },
    begin: ({ head, rows }) => append(head.id, [{ version: 1, head }, ...rows.values()]),
    add: (runId, row) => append(runId, [row]),
    remove: (runId) => rm(placeOf(runId), { force: true }),
  }
}

async function readRun(path: string): Promise<RunState | null> {
  const text = await readFile(path, 'utf8').catch(() => '')
  const [first, ...lines] = text
    .split('\n')
    .filter((line) => line !== '')
    .map(parseLine)
  const head = v.safeParse(headSchema, first)
  if (!head.success) return null
  const rows = new Map<string, RunRow>()
  for (const line of lines) {
    const row = v.safeParse(rowSchema, line)
    if (row.success) rows.set(row.output.assetId, row.output)
  }
  return { head: headOf(head.output.head), rows, stage: 'ready', wasSent: true, error: null }
}

function headOf(filed: v.InferOutput<typeof headSchema>['head']): RunHead {
  return filed
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
