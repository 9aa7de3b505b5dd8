import { expect, it } from 'vitest'
import { asSentences, colon } from '../../../src/words/language/punctuation'

it.each([
  ['en-US', ['Not ready', 'Step 3 failed.', 'Who?'], 'Not ready. Step 3 failed. Who?'],
  ['fr-FR', ['Pas prête', 'Rien ne change.'], 'Pas prête. Rien ne change.'],
  ['ja-JP', ['準備未完了', '失敗しました。', '次へ'], '準備未完了。失敗しました。次へ。'],
  ['de', [], ''],
])('puts sentences in a row as %s does', (locale, texts, row) => {
  expect(asSentences(locale, texts)).toBe(row)
})

it.each([
  ['en-US', ': '],
  ['fr-CA', '\u00a0: '],
  ['ja', ': '],
])('puts a colon as %s does', (locale, between) => {
  expect(colon(locale)).toBe(between)
})
