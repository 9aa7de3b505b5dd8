import { expect, it } from 'vitest'
import { cases } from './cases'
import { coverage, whyUntested } from './coverage'
import { electronCases } from './electron-cases'
import { nearMisses } from './near-misses'

it('every cause is brought about by a case, or it is said why none can', () => {
  const untested = coverage.filter((row) => row.ways.length === 0 && whyUntested(row) === null)
  expect(untested.map(({ id }) => id)).toEqual([])
})

it('no cause is brought about by a case and said to be impossible to bring about', () => {
  const impossible = coverage.filter((row) => row.ways.length > 0 && whyUntested(row) !== null)
  expect(impossible.map(({ id }) => id)).toEqual([])
})

it.each([
  ['case', cases.map(({ cause, by, state }) => `${cause} ${by} ${state}`)],
  ['case in Electron', electronCases.map(({ cause, state }) => `${cause} ${state}`)],
  ['near miss', nearMisses.map(({ name }) => name)],
])('no %s is counted twice', (_kind, names) => {
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
})
