import failureMessages from '../../../src/renderer/components/failure/messages/en.json'
import type { CheckWords } from '../../../src/renderer/features/check/check-words'
import checkMessages from '../../../src/renderer/features/check/messages/en.json'
import { makeFormats } from '../../../src/renderer/language/formats'
import { sayIn } from '../../../src/renderer/language/messages'
import shellMessages from '../../../src/renderer/shell/messages/en.json'

/** The words of the window, in English. */
export const words: CheckWords = {
  say: sayIn('en', checkMessages),
  sayFailure: sayIn('en', failureMessages),
  sayShell: sayIn('en', shellMessages),
  formats: makeFormats('en'),
}
