import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { writeFile } from 'atomically'
import * as v from 'valibot'
import { bulkKinds, bulkRules, bulkStates } from '../../../shared/bulk'
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
  /** What never changes of each of them, without its rows: a file can hold as many as there are assets. */
  heads: () => Promise<RunHead[]>
  /** Begins the file, with all rows or not at all. Throws `storage`, as `add` does. */
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
const rowSchema = v.object({
  assetId: v.string(),
  title: v.nullable(v.string()),
  state: v.picklist(bulkStates),
  changes: changesSchema,
  rule: v.nullable(v.object({ code: v.picklist(bulkRules), field: v.string() })),
  error: v.nullable(errorSchema),
  isReplanned: v.boolean(),
  etag: v.nullable(v.string()),
  wanted: changesSchema,
})

export function openRunFiles(folder: string): RunFiles {
  function placeOf(runId: string): string {
    return join(folder, `${runId.replace(/[^\w-]/g, '')}.jsonl`)
  }
  /** Throws `storage` where the disk does not do it. */
  async function onDisk(runId: string, write: (path: string) => Promise<void>): Promise<void> {
    const path = placeOf(runId)
    try {
      await mkdir(folder, { recursive: true })
      await write(path)
    } catch (thrown) {
      throw new Failure({ kind: 'storage', path, detail: thrown instanceof Error ? thrown.message : '' })
    }
  }
  async function readEach<T>(read: (path: string) => Promise<T | null>): Promise<T[]> {
    const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.jsonl'))
    const found = await Promise.all(names.map((name) => read(join(folder, name))))
    return found.filter((one) => one !== null)
  }
  return {
    read: () => readEach(readRun),
    heads: () => readEach(readHead),
    begin: ({ head, rows }) =>
      onDisk(head.id, (path) =>
        writeFile(path, textOf([{ version: 1, head }, ...rows.values()]), { mode: 0o600 }),
      ),
    add: (runId, row) => onDisk(runId, (path) => append(path, textOf([row]))),
    remove: (runId) => rm(placeOf(runId), { force: true }),
  }
}

/** Each begins with its line break, which also ends what a crash has left of the one before. */
function textOf(lines: readonly unknown[]): string {
  return lines.map((line) => `\n${JSON.stringify(line)}`).join('')
}

async function append(path: string, text: string): Promise<void> {
  const file = await open(path, 'a', 0o600)
  try {
    await file.appendFile(text)
    await file.datasync()
  } finally {
    await file.close()
  }
}

async function readRun(path: string): Promise<RunState | null> {
  const text = await readFile(path, 'utf8').catch(() => '')
  const [first, ...lines] = text
    .split('\n')
    .filter((line) => line !== '')
    .map(parseLine)
  const head = parseHead(first)
  if (head === null) return null
  const rows = new Map<string, RunRow>()
  for (const line of lines) {
    const row = v.safeParse(rowSchema, line)
    if (row.success) rows.set(row.output.assetId, row.output)
  }
  return { head, rows, stage: 'ready', wasSent: true, error: null }
}

async function readHead(path: string): Promise<RunHead | null> {
  const file = await open(path).catch(() => null)
  if (file === null) return null
  try {
    for await (const line of file.readLines({ autoClose: false })) {
      if (line !== '') return parseHead(parseLine(line))
    }
    return null
  } catch {
    return null
  } finally {
    await file.close()
  }
}

function parseHead(line: unknown): RunHead | null {
  const parsed = v.safeParse(headSchema, line)
  return parsed.success ? parsed.output.head : null
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
