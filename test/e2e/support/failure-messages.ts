import { runInNewContext } from 'node:vm'
import { LocalizedStringDictionary, LocalizedStringFormatter } from '@internationalized/string'
import { compileStrings } from '@internationalized/string-compiler'
import { type CauseId, failureCatalogue } from '../../../src/shared/failure-catalogue'
import en from '../../../src/words/failure/messages/en.json'

type Values = Readonly<Record<string, string | number>>

const module = { exports: {} }
runInNewContext(compileStrings(en), { module })
const formatter = new LocalizedStringFormatter(
  'en',
  new LocalizedStringDictionary<string, never>({ en: module.exports }, 'en'),
)

/** What the words for a failure say where it brings no value. */
const noValues = {
  clientId: 'none',
  bucket: 'none',
  host: 'none',
  scopes: 'none',
  status: 'none',
  retryAfterSeconds: 'none',
  detail: 'none',
  target: 'none',
}

/** A message of the failure catalogue as the window shows it. */
export function say(key: keyof typeof en, values: Values = {}): string {
  return formatter.format(key, { ...noValues, ...values })
}

/** What the window says about a cause, and who can mend it. */
export function wordsOf(cause: CauseId, values: Values = {}): { cause: string; owner: string } {
  return {
    cause: say(`cause.${cause}`, values),
    owner: say(`owner.${failureCatalogue[cause].owner}`),
  }
}
