import failureMessages from '../../../src/renderer/components/failure/messages/en.json'
import componentMessages from '../../../src/renderer/components/messages/en.json'
import type { CheckLanguage } from '../../../src/renderer/features/check/check-language'
import checkMessages from '../../../src/renderer/features/check/messages/en.json'
import { makeFormats } from '../../../src/renderer/language/formats'
import { sayIn } from '../../../src/renderer/language/messages'

/** What describes a check in the window, in English. */
export const language: CheckLanguage = {
  say: sayIn('en', checkMessages),
  sayFailure: sayIn('en', failureMessages),
  environmentName: (environment) => sayIn('en', componentMessages)(`environment.${environment}`),
  formats: makeFormats('en'),
}
