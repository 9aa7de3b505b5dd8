import { fold } from '../../../components/text/fold'
import { auditedFields } from './missing-fields'

/** Kinds of JSON and of meaning that `type:` finds. */
export const typeNames = [
  'text',
  'number',
  'boolean',
  'null',
  'list',
  'object',
  'date',
  'size',
  'duration',
  'dimensions',
  'place',
  'color',
] as const
export type TypeName = (typeof typeNames)[number]

/** States that `is:` finds in an existing field; `is:missing` stands for a list of `missing:`. */
export const stateNames = ['empty', 'invalid'] as const
export type StateName = (typeof stateNames)[number]

/** All of it has to hold for a field to match. */
export type FilterQuery = {
  /** Folded; in key or value. */
  readonly texts: readonly string[]
  /** Folded. */
  readonly keys: readonly string[]
  /** Folded. */
  readonly values: readonly string[]
  /** Of each entry one name has to hold. */
  readonly types: readonly (readonly TypeName[])[]
  readonly states: readonly StateName[]
  /** Keys as typed; holds for those fields that are absent or empty. */
  readonly missing: readonly string[]
}

const operator = /(?:^|(?<=\s))(key|value|type|is|missing):(?:"([^"]*)"?|(\S*))/gi

/**
 * What was typed into the filter. `key:`, `value:`, `type:`, `is:` and `missing:` ask for one thing each, and quotation
 * marks hold words together; all else is one text to be found as it is. The name of a type or state may be unfinished; one
 * that begins no known name is text.
 */
export function parseFilter(typed: string): FilterQuery {
  const texts: string[] = []
  const keys: string[] = []
  const values: string[] = []
  const types: TypeName[][] = []
  const states: StateName[] = []
  const missing: string[] = []
  let isPlain = true
  const rest = typed.replace(operator, (whole, name: string, quoted?: string, bare?: string) => {
    const operand = quoted ?? bare ?? ''
    const found = operand.toLowerCase().split('|')
    const wanted = name.toLowerCase()
    if (wanted === 'type') {
      const named = typeNames.filter((type) => found.some((part) => part !== '' && type.startsWith(part)))
      if (named.length === 0 && operand !== '') return whole
      if (named.length > 0) types.push(named)
    } else if (wanted === 'is') {
      const begun = operand.toLowerCase()
      const named = stateNames.find((state) => operand !== '' && state.startsWith(begun))
      const isMissing = operand !== '' && 'missing'.startsWith(begun)
      if (!named && !isMissing && operand !== '') return whole
      if (named) states.push(named)
      if (isMissing) missing.push(...auditedFields)
    } else if (wanted === 'missing') {
      if (operand !== '') missing.push(operand)
    } else if (operand !== '') {
      addNeedle(wanted === 'key' ? keys : values, operand)
    }
    isPlain = false
    return ''
  })
  const text = isPlain ? rest : rest.replace(/\s+/g, ' ').trim()
  addNeedle(texts, unquote(text))
  return { texts, keys, values, types, states, missing }
}

/** Marks without a letter fold to nothing, and ask for nothing. */
function addNeedle(needles: string[], typed: string): void {
  const needle = fold(typed)
  if (needle !== '') needles.push(needle)
}

/** In quotation marks even `key:` is text. */
function unquote(text: string): string {
  return /^"(.+)"$/.exec(text)?.[1] ?? text
}

export function isEmptyQuery({ texts, keys, values, types, states, missing }: FilterQuery): boolean {
  return [texts, keys, values, types, states, missing].every((part) => part.length === 0)
}

/**
 * The keys among which absent fields are looked for; null where none can be found. An absent field has a key, and
 * neither value nor kind to ask for.
 */
export function keysToMiss({ texts, keys, values, types, states, missing }: FilterQuery): string[] | null {
  if (missing.length === 0 || [values, types, states].some((part) => part.length > 0)) return null
  const needles = [...texts, ...keys]
  return [...new Set(missing)].filter((key) => needles.every((needle) => fold(key).includes(needle)))
}

/** What to mark where a match is shown. */
export type Needles = { readonly key: string; readonly value: string }

export const noNeedles: Needles = { key: '', value: '' }

export function needlesOf({ texts, keys, values }: FilterQuery): Needles {
  return {
    key: keys[0] ?? texts[0] ?? '',
    value: values[0] ?? texts[0] ?? '',
  }
}

/** The text to look for where there are no keys and values but only the body. */
export function bodyNeedleOf({ texts, keys, values }: FilterQuery): string {
  return texts[0] ?? values[0] ?? keys[0] ?? ''
}

/** Adds an operator from the menu, in place of an unfinished one. */
export function withOperator(typed: string, added: string): string {
  const rest = typed.replace(/(?:^|\s)(?:key|value|type|is|missing):$/i, '').trim()
  return rest === '' ? added : `${rest} ${added}`
}
