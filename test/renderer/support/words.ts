import { LocalizedStringDictionary, LocalizedStringFormatter } from '@internationalized/string'
import failures from '../../../src/renderer/components/failure/messages/en.json'
import type { CheckWords } from '../../../src/renderer/features/check/check-words'
import checks from '../../../src/renderer/features/check/messages/en.json'
import { makeFormats } from '../../../src/renderer/language/formats'
import type { Say } from '../../../src/renderer/language/messages'
import shell from '../../../src/renderer/shell/messages/en.json'

function sayFrom<K extends string>(en: Record<K, string>): Say<K> {
  const formatter = new LocalizedStringFormatter<K>('en', new LocalizedStringDictionary({ en }, 'en'))
  return (key, values) => formatter.format(key, values)
}

/** The words of the window, in English. */
export const words: CheckWords = {
  say: sayFrom(checks),
  sayFailure: sayFrom(failures),
  sayShell: sayFrom(shell),
  formats: makeFormats('en'),
}
