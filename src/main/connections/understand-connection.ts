import type { ConnectionDraft } from '../../shared/connections'
import type { FieldProblem } from '../../shared/result'
import { Failure } from '../failures/failure'
import { hostsOf } from './aem-hosts'
import type { ConnectionRecord } from './connection-record'
import { findNewDestination, type UnderstoodDraft, understandDraft } from './connection-rules'

/**
 * What was typed, understood beside all the connections that there are, or throws `input`, or `gone` for one that is not.
 *
 * `importedSecrets` tells how many secrets come with an imported credential: the current one and the other.
 */
export function understandConnection(
  draft: ConnectionDraft,
  all: readonly ConnectionRecord[],
  importedSecrets: number,
): UnderstoodDraft {
  const before = all.find(({ id }) => id === draft.id) ?? null
  if (before === null && draft.id !== null) throw new Failure({ kind: 'gone' })
  const hasSecret =
    importedSecrets > 0 || (before !== null && (before.kind === 'demo' || before.secret !== null))
  const typed = before?.kind === 'demo' ? { ...draft, bucket: before.bucket } : draft
  const reading = understandDraft(typed, hasSecret)
  const problems = reading.ok
    ? problemsOfDestination(before, reading.value, importedSecrets)
    : [...reading.problems]
  if (all.some(({ id, name }) => id !== draft.id && name === draft.name.trim())) {
    problems.push({ field: 'name', code: 'name-taken', values: {} })
  }
  if (!reading.ok || problems.length > 0) throw new Failure({ kind: 'input', problems })
  return reading.value
}

/** A stored secret serves only where it was stored for: one edit must not send it, or its token, to somebody else. */
function problemsOfDestination(
  before: ConnectionRecord | null,
  after: UnderstoodDraft,
  importedSecrets: number,
): FieldProblem[] {
  const changed = before?.kind === 'adobe' ? findNewDestination(before, after) : null
  if (before === null || changed === null) return []
  const problems: FieldProblem[] = []
  if (before.secret !== null && after.secret === null && importedSecrets === 0) {
    const { ims, aem } = hostsOf(after)
    const host = new URL(changed === 'aemHost' ? aem : ims).host
    problems.push({ field: 'secret', code: 'secret-again', values: { changed, host } })
  }
  if (before.secondSecret !== null && importedSecrets < 2) {
    problems.push({ field: changed, code: 'second-secret-stored', values: {} })
  }
  return problems
}

/** The name, or with a number behind it where another connection has it. */
export function freeName(name: string, all: readonly ConnectionRecord[]): string {
  const taken = new Set(all.map((record) => record.name))
  let free = name
  for (let number = 2; taken.has(free); number++) free = `${name} (${number})`
  return free
}
