import { describe, expect, it } from 'vitest'
import { safeFileName } from '../../../src/main/files/safe-file-name'

describe('a suggested file name', () => {
  it.each([
    ['../../x', 'x.csv'],
    ['..\\..\\x', 'x.csv'],
    ['C:\\x', 'C-x.csv'],
    ['CON', 'asset-inspector.csv'],
    ['con.prod', 'asset-inspector.csv'],
    ['nul.txt', 'asset-inspector.csv'],
    ['COM¹', 'asset-inspector.csv'],
    ['lpt³.old', 'asset-inspector.csv'],
    ['console', 'console.csv'],
    ['', 'asset-inspector.csv'],
    ['a.', 'a.csv'],
    ['a ', 'a.csv'],
    ['a:b', 'a-b.csv'],
    ['-rf', 'rf.csv'],
    ['%DATADIR%', 'DATADIR.csv'],
    ['a\u202egpj', 'agpj.csv'],
    ['a\0b', 'ab.csv'],
  ])('of %j is %s', (text, name) => {
    expect(safeFileName(text, 'csv')).toBe(name)
  })

  it.each(['a', 'é', '富', '🚢'])(
    'made of many %s has at most 200 bytes and no half character',
    (character) => {
      const name = safeFileName(character.repeat(300), 'csv')
      expect([Buffer.byteLength(name) <= 200, Buffer.from(name).toString() === name]).toEqual([true, true])
    },
  )
})
