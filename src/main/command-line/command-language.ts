import type { CheckLanguage } from '../../words/check/check-language'
import checkMessages from '../../words/check/messages/en.json'
import connectionMessages from '../../words/connections/messages/en.json'
import failureMessages from '../../words/failure/messages/en.json'
import importMessages from '../../words/imports/messages/en.json'
import { makeFormats } from '../../words/language/formats'
import { sayIn } from '../../words/language/say-in'
import messages from './messages/en.json'

/** Pipelines and those who help read it: in English, as the log is. */
const locale = 'en-US'

export const sayCommand = sayIn(locale, messages)

export const sayImport = sayIn(locale, importMessages)

const sayConnection = sayIn(locale, connectionMessages)

export const commandLanguage: CheckLanguage = {
  locale,
  say: sayIn(locale, checkMessages),
  sayFailure: sayIn(locale, failureMessages),
  environmentName: (environment) => sayConnection(`environment.${environment}`),
  formats: makeFormats(locale),
}
