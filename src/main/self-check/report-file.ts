import { writeFileSync } from 'atomically'
import type { SelfCheckReport } from '../../shared/self-check'
import failureMessages from '../../words/failure/messages/en.json'
import { sayIn } from '../../words/language/say-in'
import { type SelfCheckLanguage, selfCheckJson } from '../../words/self-check/describe-self-check'
import messages from '../../words/self-check/messages/en.json'
import { Failure } from '../failures/failure'
import { selfCheckFile } from './surroundings'

/** The file and the terminal are read by support as well: in English, as the log is. */
export const reportLanguage: SelfCheckLanguage = {
  say: sayIn('en', messages),
  sayFailure: sayIn('en', failureMessages),
}

/** Writes `self-check.json` whole or not at all, and returns its path. Throws `storage`. */
export function writeSelfCheck(folder: string, report: SelfCheckReport): string {
  const path = selfCheckFile(folder)
  try {
    writeFileSync(path, `${JSON.stringify(selfCheckJson(reportLanguage, report), null, 2)}\n`, {
      mode: 0o600,
    })
  } catch (thrown) {
    throw new Failure({ kind: 'storage', path, detail: thrown instanceof Error ? thrown.message : '' })
  }
  return path
}
