import fc from 'fast-check'
import type { RowKind } from '../../src/shared/metadata-rows'

/** A JSON value as text, kept beside what a table of it has to say. */
export type JsonText =
  | { kind: Exclude<RowKind, 'object' | 'array'>; token: string }
  | { kind: 'array'; items: readonly JsonText[]; space: string }
  | { kind: 'object'; members: readonly (readonly [string, JsonText])[]; space: string }

export type ExpectedRow = {
  kind: RowKind
  depth: number
  parent: number
  position: number
  key: string | null
  value: string
}

/** Few names, so that duplicates are frequent; among them those that objects of JavaScript treat in their own way. */
export const jsonKey = fc.oneof(
  fc.constantFrom('"__proto__"', '"constructor"', '"then"', '"10"', '"9"', '"a"', '"\\u0061"', '""', '" "'),
  fc.string({ unit: 'binary' }).map((text) => JSON.stringify(text)),
)

const stringToken = fc.oneof(
  fc.string({ unit: 'binary' }).map((text) => JSON.stringify(text)),
  fc.constantFrom(
    '"\\ud800"',
    '"\ud800"',
    '"\\u0000"',
    '"\\/"',
    '"\u2028"',
    '"\u007f"',
    '"[{"',
    '"\\\\"',
    '"\\""',
  ),
)

const numberToken = fc.oneof(
  fc.stringMatching(/^-?(0|[1-9]\d{0,24})(\.\d{1,24})?([eE][+-]?\d{1,4})?$/),
  fc.constantFrom(
    '9007199254740993',
    '18446744073709551615',
    '0.1000000000000000055',
    '1.0',
    '1E2',
    '-0',
    '1e400',
  ),
)

const space = fc.constantFrom('', ' ', '\n', '\r\n\t', '   ')

const { value, container } = fc.letrec<{
  value: JsonText
  container: JsonText
}>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, depthSize: 'small' },
    fc.record({ kind: fc.constant('string' as const), token: stringToken }),
    fc.record({ kind: fc.constant('number' as const), token: numberToken }),
    fc.record({ kind: fc.constant('boolean' as const), token: fc.constantFrom('true', 'false') }),
    fc.record({ kind: fc.constant('null' as const), token: fc.constant('null') }),
    tie('container'),
  ),
  container: fc.oneof(
    fc.record({ kind: fc.constant('array' as const), items: fc.array(tie('value')), space }),
    fc.record({
      kind: fc.constant('object' as const),
      members: fc.array(fc.tuple(jsonKey, tie('value'))),
      space,
    }),
  ),
}))

/** A value below many lists and objects of one member each. */
const deep: fc.Arbitrary<JsonText> = fc
  .tuple(value, fc.array(fc.option(jsonKey), { minLength: 1, maxLength: 60 }), space)
  .map(([innermost, keys, around]) =>
    keys.reduceRight<JsonText>(
      (below, key) =>
        key === null
          ? { kind: 'array', items: [below], space: around }
          : { kind: 'object', members: [[key, below]], space: around },
      innermost,
    ),
  )

function mostly<T>(usual: fc.Arbitrary<T>, rare: fc.Arbitrary<T>) {
  return fc.oneof({ weight: 19, arbitrary: usual }, { weight: 1, arbitrary: rare })
}

/** Correct JSON texts with every freedom of JSON: white space, escapes, digits, duplicate keys, depth. */
export const jsonText = mostly(value, deep)
export const jsonContainer = mostly(container, deep)

export function writeJson(json: JsonText): string {
  if (json.kind === 'array') return enclose('[', json.items.map(writeJson), ']', json.space)
  if (json.kind !== 'object') return json.token
  const members = json.members.map(([key, value]) => `${key}${json.space}:${json.space}${writeJson(value)}`)
  return enclose('{', members, '}', json.space)
}

function enclose(open: string, parts: readonly string[], close: string, space: string): string {
  return `${open}${space}${parts.join(`${space},${space}`)}${space}${close}`
}

/** The rows that a table of this text must have, worked out from how the text was made. */
export function expectRows(json: JsonText): ExpectedRow[] {
  const rows: ExpectedRow[] = []
  function visit(value: JsonText, key: string | null, depth: number, parent: number, position: number): void {
    const row = rows.push({ kind: value.kind, depth, parent, position, key, value: writeJson(value) }) - 1
    const children = value.kind === 'array' ? value.items.map((item) => [null, item] as const) : []
    const members = value.kind === 'object' ? value.members : children
    for (const [index, [name, child]] of members.entries()) visit(child, name, depth + 1, row, index)
  }
  visit(json, null, 0, -1, 0)
  return rows
}
