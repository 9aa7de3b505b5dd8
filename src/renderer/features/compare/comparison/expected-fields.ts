import type { ComparedField } from './compare-fields'

/** Tells the fields that always differ between environments. */
export type ExpectsDifference = (field: Pick<ComparedField, 'pointer' | 'path'>) => boolean

/**
 * A name is the key of a field, or of an object above it; one that begins with a slash is a JSON Pointer, and stands for all below it.
 * `*` stands for any characters.
 */
export function createExpectation(names: readonly string[]): ExpectsDifference {
  const ofKeys = patternOf(names.filter((name) => !name.startsWith('/')))
  const ofPointers = patternOf(
    names.filter((name) => name.startsWith('/')),
    '(?:/.*)?',
  )
  return ({ pointer, path }) => ofPointers.test(pointer) || path.some((key) => ofKeys.test(key))
}

function patternOf(names: readonly string[], end = ''): RegExp {
  const never = '(?!)'
  const choices = names.map((name) => name.split('*').map(escapeForPattern).join('.*'))
  return new RegExp(`^(?:${[never, ...choices].join('|')})${end}$`, 's')
}

function escapeForPattern(text: string): string {
  return text.replace(/[.+?^${}()|[\]\\]/g, '\\$&')
}

/** The names in a text, one a line, each once. */
export function namesIn(text: string): readonly string[] {
  const lines = text.split(/[\r\n]+/).map((line) => line.trim())
  return [...new Set(lines.filter((line) => line !== ''))]
}
