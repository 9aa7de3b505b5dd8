import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from './failures/failure'
import { redact } from './failures/redact'

/** Lines say what happened and never what was typed or answered; see `describeForLog`. */
export type Log = {
  info: (line: string) => void
  error: (line: string) => void
  /** Removes every line so far. Throws `storage` when something is left. */
  clear: () => void
}

const largestFile = 1_000_000
const longestLine = 4_000

/** Always one line, so that a value from outside cannot forge an entry. */
function escapeControls(text: string): string {
  return text.replace(
    /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** A line of the log: time, level, and the text without secrets and control characters. */
export function formatLogLine(at: Date, level: string, text: string): string {
  return `${at.toISOString()} ${level} ${escapeControls(redact(text)).slice(0, longestLine)}\n`
}

/**
 * Writes to `main.log` in `folder`, with one older file beside it. Lines are few, so they are written at once: the last
 * one before a crash is the one that is needed. A log that cannot be written never stops the program.
 */
export function openLog(folder: string): Log {
  const file = join(folder, 'main.log')
  function write(level: string, text: string): void {
    try {
      mkdirSync(folder, { recursive: true })
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largestFile) renameSync(file, `${file}.1`)
      appendFileSync(file, formatLogLine(new Date(), level, text), { mode: 0o600 })
    } catch {
      // The disk is full or read-only: nobody is left to tell.
    }
  }
  function clear(): void {
    for (const path of [file, `${file}.1`]) {
      try {
        rmSync(path, { force: true })
      } catch (thrown) {
        throw new Failure({ kind: 'storage', path, detail: thrown instanceof Error ? thrown.message : '' })
      }
    }
  }
  return { info: (line) => write('info', line), error: (line) => write('error', line), clear }
}
