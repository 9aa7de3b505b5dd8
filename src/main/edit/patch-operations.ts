import type { FieldChange, FieldPath, PathForm } from '../../shared/edit'
import { childRows, decodeStringToken, rowKind } from '../../shared/metadata-rows'
import { compareFields } from './field-changes'
import { isSameValue, type JsonDocument, membersOf, parseDocument, valueText } from './json-value'

/** An operation of a JSON Patch (RFC 6902). `value` is JSON text; the path stands below `assetMetadata`. */
export type PatchOperation = { op: string; path: FieldPath; from?: FieldPath; value?: string }

/**
 * The operations that make of a field what it is after its change: one for a simple value, for a list the fewest that do, or
 * its replacement where that is shorter.
 */
export function operationsOf({ path, before, after }: FieldChange): PatchOperation[] {
  if (after === null) return [{ op: 'remove', path }]
  if (before === null) return [{ op: 'add', path, value: after }]
  const whole = [{ op: 'replace', path, value: after }]
  const inList = changeList(path, parseDocument(before), parseDocument(after))
  return inList !== null && lengthOf(inList) < lengthOf(whole) ? inList : whole
}

function lengthOf(operations: readonly PatchOperation[]): number {
  return writePatch(operations, 'asset-metadata').length
}

/** null where only the list as a whole can be replaced. */
function changeList(path: FieldPath, before: JsonDocument, after: JsonDocument): PatchOperation[] | null {
  if (rowKind(before.rows, 0) !== 'array' || rowKind(after.rows, 0) !== 'array') return null
  const [old, now] = [[...childRows(before.rows, 0)], [...childRows(after.rows, 0)]]
  const hasObjects = [
    ...old.map((row) => rowKind(before.rows, row)),
    ...now.map((row) => rowKind(after.rows, row)),
  ].includes('object')
  return hasObjects
    ? changeKeyedItems(path, { document: before, items: old }, { document: after, items: now })
    : changeItems(path, { document: before, items: old }, { document: after, items: now })
}

type List = { document: JsonDocument; items: readonly number[] }

/** AEM names an object in a list by its `@key`, never by its position (Metadata Schemas developer guide). */
function changeKeyedItems(path: FieldPath, before: List, after: List): PatchOperation[] | null {
  const [old, now] = [keysOf(before), keysOf(after)]
  if (old === null || now === null) return null
  const stay = now.filter((key) => old.includes(key))
  const added = now.slice(stay.length)
  const isInOrder = stay.every((key, at) => now[at] === key) && isSubsequence(stay, old)
  if (!isInOrder) return null
  const removals = old
    .filter((key) => !now.includes(key))
    .map((key) => ({ op: 'remove', path: [...path, key] }))
  const changes = stay.flatMap((key) => {
    const oldRow = before.items[old.indexOf(key)] ?? -1
    const nowRow = after.items[now.indexOf(key)] ?? -1
    return compareFields(before.document, oldRow, after.document, nowRow, 'digits').flatMap((change) =>
      operationsOf(change).map((operation) => ({
        ...operation,
        path: [...path, key, ...operation.path],
      })),
    )
  })
  const additions = added.map((key) => ({
    op: 'add',
    path: [...path, '-'],
    value: valueText(after.document, after.items[now.indexOf(key)] ?? -1),
  }))
  return [...removals, ...changes, ...additions]
}

function isSubsequence(part: readonly string[], whole: readonly string[]): boolean {
  let at = 0
  for (const key of whole) if (key === part[at]) at++
  return at === part.length
}

/** null unless every item is an object with a key of its own. */
function keysOf({ document, items }: List): string[] | null {
  const keys = items.map((row) => {
    const key = rowKind(document.rows, row) === 'object' ? membersOf(document, row).get('@key') : undefined
    return key !== undefined && rowKind(document.rows, key) === 'string'
      ? decodeStringToken(valueText(document, key))
      : null
  })
  const known = keys.filter((key) => key !== null)
  return known.length === keys.length && new Set(known).size === keys.length ? known : null
}

/** Beyond it, finding the fewest operations would take longer than replacing the list. */
const mostComparisons = 250_000

function changeItems(path: FieldPath, before: List, after: List): PatchOperation[] | null {
  function isSame(oldAt: number, nowAt: number): boolean {
    const [old, now] = [before.items[oldAt] ?? -1, after.items[nowAt] ?? -1]
    return isSameValue(before.document, old, after.document, now, 'digits')
  }
  const [oldCount, nowCount] = [before.items.length, after.items.length]
  let start = 0
  while (start < oldCount && start < nowCount && isSame(start, start)) start++
  let end = 0
  while (end < oldCount - start && end < nowCount - start && isSame(oldCount - 1 - end, nowCount - 1 - end))
    end++
  const [oldEnd, nowEnd] = [oldCount - end, nowCount - end]
  if ((oldEnd - start) * (nowEnd - start) > mostComparisons) return null
  const runs = findRuns({ oldFrom: start, oldTo: oldEnd, nowFrom: start, nowTo: nowEnd }, isSame)
  // From the last to the first, so that the positions before stay what they are.
  return runs.reverse().flatMap((run) => changeRun(path, run, after))
}

/** Neighboring items, of which the ones before are to become the ones now. */
type Run = { oldFrom: number; oldTo: number; nowFrom: number; nowTo: number }

function changeRun(path: FieldPath, { oldFrom, oldTo, nowFrom, nowTo }: Run, after: List): PatchOperation[] {
  function itemAt(at: number): string {
    return valueText(after.document, after.items[at] ?? -1)
  }
  const [oldCount, nowCount] = [oldTo - oldFrom, nowTo - nowFrom]
  const both = Math.min(oldCount, nowCount)
  const operations: PatchOperation[] = []
  for (let at = oldTo - 1; at >= oldFrom + both; at--) operations.push({ op: 'remove', path: [...path, at] })
  for (let at = 0; at < both; at++) {
    operations.push({ op: 'replace', path: [...path, oldFrom + at], value: itemAt(nowFrom + at) })
  }
  for (let at = both; at < nowCount; at++) {
    operations.push({ op: 'add', path: [...path, oldFrom + at], value: itemAt(nowFrom + at) })
  }
  return operations
}

/** What lies between the items of a longest common subsequence. */
function findRuns(whole: Run, isSame: (oldAt: number, nowAt: number) => boolean): Run[] {
  const [height, width] = [whole.oldTo - whole.oldFrom, whole.nowTo - whole.nowFrom]
  // `longest[i][j]`: the length of one of what begins at `i` and `j`.
  const longest = Array.from({ length: height + 1 }, () => new Uint32Array(width + 1))
  function lengthAt(oldAt: number, nowAt: number): number {
    return longest[oldAt]?.[nowAt] ?? 0
  }
  for (let i = height - 1; i >= 0; i--) {
    const row = longest[i] ?? new Uint32Array(0)
    for (let j = width - 1; j >= 0; j--) {
      row[j] = isSame(whole.oldFrom + i, whole.nowFrom + j)
        ? lengthAt(i + 1, j + 1) + 1
        : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1))
    }
  }
  const runs: Run[] = []
  let [i, j, oldFrom, nowFrom] = [0, 0, 0, 0]
  function endRun(): void {
    if (i > oldFrom || j > nowFrom) {
      runs.push({
        oldFrom: whole.oldFrom + oldFrom,
        oldTo: whole.oldFrom + i,
        nowFrom: whole.nowFrom + nowFrom,
        nowTo: whole.nowFrom + j,
      })
    }
  }
  while (i < height && j < width) {
    if (isSame(whole.oldFrom + i, whole.nowFrom + j)) {
      endRun()
      ;[i, j] = [i + 1, j + 1]
      ;[oldFrom, nowFrom] = [i, j]
    } else if (lengthAt(i + 1, j) >= lengthAt(i, j + 1)) i++
    else j++
  }
  ;[i, j] = [height, width]
  endRun()
  return runs
}

/**
 * Of the forms of a path, Adobe's guide has `/assetMetadata/dc:title` and `/dc:title`, its PIM tutorial and a client that works
 * on real environments `dc:title`. A release that refuses one takes another (release notes 2026, ASSETS-77434).
 */
function writePath(path: FieldPath, form: PathForm): string {
  const steps = path.map((step) => String(step).replaceAll('~', '~0').replaceAll('/', '~1')).join('/')
  // Without its slash, a path that begins with an empty name would be that of another field, or of all metadata.
  if (form === 'bare' && path[0] !== '') return steps
  return form !== 'asset-metadata' ? `/${steps}` : `/assetMetadata/${steps}`
}

/** The text of a patch, one operation a line: what is shown is what is sent. */
export function writePatch(operations: readonly PatchOperation[], form: PathForm): string {
  const lines = operations.map(({ op, path, from, value }) => {
    const members = [
      `"op":${JSON.stringify(op)}`,
      ...(from === undefined ? [] : [`"from":${JSON.stringify(writePath(from, form))}`]),
      `"path":${JSON.stringify(writePath(path, form))}`,
      ...(value === undefined ? [] : [`"value":${value}`]),
    ]
    return `  {${members.join(',')}}`
  })
  return lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n]`
}
