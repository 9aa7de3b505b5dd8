import failureMessages from '../../../src/renderer/components/failure/messages/en.json'
import componentMessages from '../../../src/renderer/components/messages/en.json'
import type { CheckWords } from '../../../src/renderer/features/check/check-words'
import checkMessages from '../../../src/renderer/features/check/messages/en.json'
import { makeFormats } from '../../../src/renderer/language/formats'
import { sayIn } from '../../../src/renderer/language/messages'

/** The words of the window, in English. */
export const words: CheckWords = {
  say: sayIn('en', checkMessages),
  sayFailure: sayIn('en', failureMessages),
  environmentName: (environment) => sayIn('en', componentMessages)(`environment.${environment}`),
  formats: makeFormats('en'),
}
