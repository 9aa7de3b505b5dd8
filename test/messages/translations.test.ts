import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { compileStrings } from '@internationalized/string-compiler'
import { describe, expect, it } from 'vitest'
import { spokenLanguages } from '../../src/shared/language'
import { findFaults } from './message-structure'

const root = join(__dirname, '../..')
const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
  /messages[\\/][\w-]+\.json$/.test(name),
)
const rooms = files.flatMap((name) => name.match(/^(.*)en\.json$/)?.slice(1) ?? [])
const translated = new Set(files.map((name) => basename(name, '.json')).filter((name) => name !== 'en'))

function read(path: string): Record<string, string> {
  return JSON.parse(readFileSync(join(root, 'src', path), 'utf8'))
}

it('the languages that are offered are those with catalogues', () => {
  expect(rooms.length).toBeGreaterThan(30)
  expect([...translated].sort()).toEqual(spokenLanguages.filter((name) => name !== 'en').sort())
})

describe.each([...translated])('in the language %s', (language) => {
  it.each(rooms)('%s has every message, with what it is made of', (room) => {
    expect(existsSync(join(root, 'src', `${room}${language}.json`)), 'There is a catalogue').toBe(true)
    const [english, words] = [read(`${room}en.json`), read(`${room}${language}.json`)]
    expect(Object.keys(words)).toEqual(Object.keys(english))
    expect(findFaults(language, english, words)).toEqual([])
    expect(() => compileStrings(words)).not.toThrow()
  })
})

describe('the comparison of a translation', () => {
  it.each([
    ['a missing placeholder', '{name} has {count, number}', '{name} hat'],
    ['a placeholder of its own', 'Read', '{name} gelesen'],
    ['a number that is not written as one', '{count, number} files', '{count} Dateien'],
    [
      'a plural without a branch',
      '{count, plural, one {# file} other {# files}}',
      '{count, plural, other {#}}',
    ],
    ['a branch for a number alone', '{n, plural, =0 {None} other {#}}', '{n, plural, one {#} other {#}}'],
    ['another choice', '{kind, select, a {A} other {B}}', '{kind, select, b {A} other {B}}'],
    ['a lost tag', 'Read <b>this</b>', 'Lies das'],
    [
      'the number of another plural',
      '{bad, plural, one {One} other {{good, plural, one {a} other {b}} #}}',
      '{bad, plural, one {Eins} other {{good, plural, one {a} other {b #}}}}',
    ],
    ['nothing at all', 'Read', ' '],
    ['what cannot be parsed', 'Read {name}', 'Lies {name'],
  ])('finds %s', (_, english, words) => {
    expect(findFaults('de', { key: english }, { key: words })).toHaveLength(1)
  })

  it.each([
    [
      'de',
      '{count, plural, =0 {No files} one {# file} other {# files}}',
      '{count, plural, =0 {Keine Dateien} one {# Datei} other {# Dateien}}',
    ],
    ['ja', '{count, plural, one {# file} other {# files}}', '{count, plural, other {ファイル #}}'],
    [
      'ja',
      '{count, plural, one {A file} other {# files}}',
      '{count, plural, =1 {ファイル} other {ファイル #}}',
    ],
    [
      'fr',
      '{count, plural, one {# file} other {# files}}',
      '{count, plural, one {# fichier} other {# fichiers}}',
    ],
    ['fr', '{name} has {count, number}', '{count, number} de {name}'],
  ])('takes what is right in %s: %s', (language, english, words) => {
    expect(findFaults(language, { key: english }, { key: words })).toEqual([])
  })

  it('finds a branch that Japanese does not have', () => {
    const english = '{count, plural, one {# file} other {# files}}'
    expect(findFaults('ja', { key: english }, { key: english })).toHaveLength(1)
  })
})
