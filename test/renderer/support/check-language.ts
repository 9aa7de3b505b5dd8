import type { CheckLanguage } from '../../../src/words/check/check-language'
import checkMessages from '../../../src/words/check/messages/en.json'
import connectionMessages from '../../../src/words/connections/messages/en.json'
import failureMessages from '../../../src/words/failure/messages/en.json'
import { makeFormats } from '../../../src/words/language/formats'
import { sayIn } from '../../../src/words/language/say-in'

/** What describes a check in the window, in English. */
export const language: CheckLanguage = {
  locale: 'en',
  say: sayIn('en', checkMessages),
  sayFailure: sayIn('en', failureMessages),
  environmentName: (environment) => sayIn('en', connectionMessages)(`environment.${environment}`),
  formats: makeFormats('en'),
}
