import { decodePath } from '../../../shared/patch-path'
import type { AppError } from '../../../shared/result'

/** A patch that AEM refused, with the positions of the operations that its answer names. */
export type Refusal = { patch: string; operations: readonly number[] }

/** null where the answer was not about the operations. */
export function refusalOf(error: AppError | undefined, patch: string): Refusal | null {
  const operations = error?.kind === 'failure' ? error.evidence?.operations : undefined
  return operations === undefined ? null : { patch, operations }
}

/** Their paths as they are written, in the order of the patch. */
export function operationPaths(patch: string): readonly string[] {
  const operations: readonly { path: string }[] = JSON.parse(patch)
  return operations.map(({ path }) => path)
}

/** Whether an operation at fault is about a field, a part of it, or what it is a part of. */
export function isAtFault({ patch, operations }: Refusal, field: readonly string[]): boolean {
  const paths = operationPaths(patch)
  return operations.some((at) => {
    const path = decodePath(paths[at] ?? '')
    const shared = Math.min(path.length, field.length)
    return shared > 0 && path.slice(0, shared).every((step, index) => step === field[index])
  })
}

const between = ',\n  {"op":'

/** The text of a patch in pieces: one for each operation, and what stands around them. */
export function piecesOf(patch: string): readonly { text: string; operation: number | null }[] {
  const count = operationPaths(patch).length
  const parts = patch.slice('[\n'.length, -'\n]'.length).split(between)
  // A value that was written by hand may have lines that look alike.
  if (count === 0 || parts.length !== count) return [{ text: patch, operation: null }]
  return [
    { text: '[\n', operation: null },
    ...parts.flatMap((part, operation) => [
      { text: operation === 0 ? part : `${between.slice(',\n'.length)}${part}`, operation },
      { text: operation === count - 1 ? '\n]' : ',\n', operation: null },
    ]),
  ]
}

/** Whether two texts have the same operations, also where their paths are written in another form. */
export function isSamePatch(one: string, other: string): boolean {
  return withPlainPaths(one) === withPlainPaths(other)
}

function withPlainPaths(patch: string): string {
  const operations: readonly { path: string }[] = JSON.parse(patch)
  return JSON.stringify(operations.map((operation) => ({ ...operation, path: decodePath(operation.path) })))
}
