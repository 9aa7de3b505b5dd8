import type { FieldName, FieldProblem, FieldProblemCode, MessageValues } from '../../shared/result'

/** The first thing that is wrong with a text, or what it was understood as. */
export type Reading<T> =
  | { ok: true; value: T }
  | { ok: false; code: FieldProblemCode; values?: MessageValues }

export function understood<T>(value: T): Reading<T> {
  return { ok: true, value }
}
export function wrong(code: FieldProblemCode, values: MessageValues = {}): Reading<never> {
  return {
    ok: false,
    code,
    values,
  }
}

export function problemOf(
  field: FieldName,
  reading: { code: FieldProblemCode; values?: MessageValues },
): FieldProblem {
  return { field, code: reading.code, values: reading.values ?? {} }
}

/** C0, DEL and C1 controls, line separators that some programs put into the clipboard, and marks that reverse what follows. */
const controlCharacters = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/

/** One line of text: trimmed, not empty, not longer than `longest` characters, without control characters. */
export function readLine(typed: string, longest: number): Reading<string> {
  const text = typed.trim()
  if (text === '') return wrong('empty')
  if (text.length > longest) return wrong('too-long', { longest, length: text.length })
  if (controlCharacters.test(text)) return wrong('control-characters')
  return understood(text)
}
