import { writeSync } from 'node:fs'
import { runInOwnProfile } from '../program/own-profile'
import { platform } from '../program/platform'
import { isAllowedSwitch } from '../program/start-switches'
import { sayCommand } from './command-language'
import type { CommandWords } from './find-command'
import { parseCommand } from './parse-command'

const notCarriedOut = 2
/** Of a shell: 128 and the number of SIGINT. */
const interrupted = 130

/**
 * Says what is wrong with a command line, or runs it in a second process beside the program, which may have its window open.
 * `refused` are switches of Chromium with which the program does not start. Returns the exit code.
 */
export function superviseCommand(found: CommandWords, version: string, refused: readonly string[]): number {
  const [weakening] = refused
  if (weakening !== undefined) {
    print(process.stderr.fd, sayCommand('usage.switch', { name: `--${weakening}` }))
    return notCarriedOut
  }
  const parsed = parseCommand(found, process.env, isAllowedSwitch)
  if ('help' in parsed) {
    print(process.stdout.fd, sayCommand('help', { version }))
    return 0
  }
  if ('problem' in parsed) {
    const { code, ...values } = parsed.problem
    print(process.stderr.fd, `${sayCommand(code, values)}\n${sayCommand('usage.hint')}`)
    return notCarriedOut
  }
  if (!platform.hasScreen()) {
    print(process.stderr.fd, sayCommand('no-screen'))
    return notCarriedOut
  }
  const { status, signal } = runInOwnProfile([], 0)
  if (signal === 'SIGINT') return interrupted
  return status ?? notCarriedOut
}

/** At once, as the program ends after it. */
function print(descriptor: number, text: string): void {
  try {
    writeSync(descriptor, `${text}\n`)
  } catch {
    // Nobody reads.
  }
}
