import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type Asked, typeCheck } from '../support/type-checked'

const root = join(__dirname, '../..')
const main = typeCheck('tsconfig.node.json', 'src/main')
const window = typeCheck('tsconfig.web.json', 'src/renderer')
const words = typeCheck('tsconfig.web.json', 'src/words')
/** The folders of catalogues, with the code that says them. */
const codeOf = { 'src/renderer': [window], 'src/main': [main], 'src/words': [words, window, main] }
afterAll(() => {
  for (const code of [main, window, words]) code.close()
})

function cataloguesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('messages/en.json'))
    .map((name) => join(folder, name))
}

/**
 * What the types of the code say about the keys that it can ask a catalogue for: `say(`path.${outcome}.title`)` asks for
 * one key for each outcome that the type of `outcome` knows.
 */
function unusedKeys(catalogue: string, asked: readonly Asked[]): string[] {
  const keys = Object.keys(JSON.parse(readFileSync(join(root, catalogue), 'utf8')))
  const ofCatalogue = asked.filter(
    ({ possible }) => possible.size === keys.length && keys.every((key) => possible.has(key)),
  )
  const used = new Set(ofCatalogue.flatMap((one) => one.used))
  return keys.filter((key) => !used.has(key))
}

describe.each(Object.entries(codeOf))('in %s', (folder, codes) => {
  const asked = codes.flatMap((code) => [...code.argumentsOf(/^say/), ...code.readKeys()])

  it.each(cataloguesIn(folder))('every message of %s is said somewhere', (catalogue) => {
    expect(unusedKeys(catalogue, asked)).toEqual([])
  })
})

it('every fact that a check can tell is told by one of its steps', () => {
  const codes = main.valuesOf('src/shared/check.ts', 'FactCode')
  const told = main.literalsFor(codes)
  expect(codes.length).toBeGreaterThan(10)
  expect(codes.filter((code) => !told.has(code))).toEqual([])
})
