import { writeSync } from 'node:fs'
import type { SelfCheckReport } from '../../shared/self-check'
import { selfCheckText } from '../../words/self-check/describe-self-check'
import { reportLanguage, writeSelfCheck } from './report-file'
import { selfCheckFile } from './surroundings'

/** Prints what was found, writes it to its file, and returns the exit code: 0 when nothing failed, 1 otherwise. */
export function printSelfCheck(folder: string, report: SelfCheckReport): 0 | 1 {
  print(selfCheckText(reportLanguage, report))
  try {
    print(`${writeSelfCheck(folder, report)}\n`)
  } catch {
    print(`${reportLanguage.say('not-written', { path: selfCheckFile(folder) })}\n`)
    return 1
  }
  return report.isOk ? 0 : 1
}

/** At once, as the program ends after it. Windows gives a program with windows no terminal to write to. */
function print(text: string): void {
  try {
    writeSync(process.stdout.fd, text)
  } catch {
    // The file holds the same.
  }
}
