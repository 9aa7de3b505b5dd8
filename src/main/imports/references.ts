import type { NamedValue } from './credential-parts'
import { placeOf } from './field-names'

/** A value that names another one: `$NAME`, `${NAME:-x}`, `%NAME%`, `$env:NAME`, `{{name}}`, `#{name}#`, `process.env.NAME`. */
const reference =
  /^(?:\$(?:env:|script:|global:)?([\p{L}_][\p{L}\p{N}_.]*)|\$?\{{1,2}\s*(?:env:|env\.|vars?\.|secrets\.)?([\p{L}_][\p{L}\p{N}_.-]*)\s*(?:[:-][^}]*)?\}{1,2}|%([\p{L}_][\p{L}\p{N}_]*)%|#\{([\p{L}_][\p{L}\p{N}_.-]*)\}#?|(?:process\.env|import\.meta\.env|config|settings|env|vars?|self|this|pm\.[a-z]+)\.([\p{L}_][\p{L}\p{N}_.]*))$/iu

const deepest = 5

/** The values with those that only name another one replaced by it; one that is not in the text is blank. */
export function resolveReferences(
  values: readonly NamedValue[],
  variables: ReadonlyMap<string, string>,
): NamedValue[] {
  return values.map((each) =>
    typeof each.value === 'string' ? { ...each, value: resolveValue(each.value, variables) } : each,
  )
}

/** A value, or the one that it refers to; empty where that is not known. */
export function resolveValue(value: string, variables: ReadonlyMap<string, string>): string {
  let current = value
  for (let depth = 0; depth < deepest; depth += 1) {
    const target = referenceIn(current)
    if (target === null) return current
    const found = variables.get(target)
    if (found === undefined || found === current) return ''
    current = found
  }
  return ''
}

/** The name that a value refers to; names of fields are never values themselves. */
function referenceIn(value: string): string | null {
  const match = reference.exec(value)
  if (match !== null) return match.slice(1).find((group) => group !== undefined) ?? null
  return value.length < 60 && /^[\p{L}_]\w*$/u.test(value) && placeOf(value) !== null ? value : null
}
