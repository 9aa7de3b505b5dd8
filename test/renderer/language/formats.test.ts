import { expect, it } from 'vitest'
import { makeFormats } from '../../../src/words/language/formats'

it.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1_000, '1 kB'],
  [8_421_337, '8.4 MB'],
  [1_500_000_000, '1.5 GB'],
  [2_750_000_000_000, '2.8 TB'],
  [9_000_000_000_000_000, '9,000 TB'],
])('writes %i bytes as %s', (bytes, words) => {
  expect(makeFormats('en-US').bytes(bytes)).toBe(words)
})
