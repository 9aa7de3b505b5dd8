/** One thing that Adobe does not document: where it stands, and what else it could be. */
export interface Switch<Value> {
  usual: Value
  /** What a command line may say, for people. */
  takes: string
  meaning: string
  /** Who says so, each with its mark; empty for what is the demo cloud's own. */
  source: string
  /** Undefined when the text is none of these. */
  read(text: string): Value | undefined
}

interface Words {
  meaning: string
  source: string
}

export function flag(usual: boolean, words: Words): Switch<boolean> {
  return { usual, takes: 'yes|no', read: (text) => ({ yes: true, no: false })[text], ...words }
}

/** `null` is called `none` on the command line. */
export function choice<const Value extends string | number | null>(
  values: readonly Value[],
  usual: NoInfer<Value>,
  words: Words,
): Switch<Value> {
  return {
    usual,
    takes: values.map(nameOf).join('|'),
    read: (text) => values.find((value) => nameOf(value) === text),
    ...words,
  }
}

export function anyNumber(usual: number, words: Words): Switch<number> {
  return {
    usual,
    takes: 'NUMBER',
    read: (text) => (/^\d{1,15}$/.test(text) ? Number(text) : undefined),
    ...words,
  }
}

/** A name, or `none`. */
export function textOrNone(usual: string | null, words: Words): Switch<string | null> {
  return {
    usual,
    takes: 'NAME|none',
    read: (text) => (text === 'none' ? null : /^[a-z0-9-]+$/.test(text) ? text : undefined),
    ...words,
  }
}

/** Every one of the values, once, in any order; `values` are in the usual one. */
export function orderOf<const Value extends string>(
  values: readonly Value[],
  words: Words,
): Switch<readonly Value[]> {
  return {
    usual: values,
    takes: `${values.join(',')} in any order`,
    read: (text) => {
      const chosen = readList(text, values)
      return chosen?.length === values.length ? chosen : undefined
    },
    ...words,
  }
}

/** At least one of the values. */
export function someOf<const Value extends string>(
  values: readonly Value[],
  usual: readonly NoInfer<Value>[],
  words: Words,
): Switch<readonly Value[]> {
  return { usual, takes: `some of ${values.join(',')}`, read: (text) => readList(text, values), ...words }
}

function readList<Value extends string>(text: string, values: readonly Value[]): Value[] | undefined {
  const named = text.split(',')
  const chosen = named.flatMap((name) => values.filter((value) => value === name))
  return chosen.length === named.length && new Set(chosen).size === chosen.length ? chosen : undefined
}

export function nameOf(value: unknown): string {
  if (value === null) return 'none'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return Array.isArray(value) ? value.join(',') : String(value)
}
