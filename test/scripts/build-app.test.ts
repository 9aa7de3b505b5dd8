import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { buildIsStale } from '../../scripts/build-app.mjs'

const monday = new Date('2026-01-05T09:00:00Z')
const tuesday = new Date('2026-01-06T09:00:00Z')
const wednesday = new Date('2026-01-07T09:00:00Z')

let project: string
function touch(name: string, time: Date) {
  const file = join(project, name)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, '')
  utimesSync(file, time, time)
}
function setTime(name: string, time: Date) {
  return utimesSync(join(project, name), time, time)
}

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'project-'))
  touch('src/main/calls/index.ts', monday)
  touch('scripts/message-catalogues.mjs', monday)
  touch('electron.vite.config.ts', monday)
  touch('package-lock.json', monday)
  for (const folder of ['src/main/calls', 'src/main', 'src', 'scripts']) setTime(folder, monday)
  for (const name of ['main/index.js', 'preload/index.js', 'renderer/index.html'])
    touch(`out/${name}`, tuesday)
})
afterEach(() => rmSync(project, { recursive: true, force: true }))

describe('the build', () => {
  test('that is newer than its sources is used', () => {
    expect(buildIsStale(project)).toBe(false)
  })

  test.each([
    'src/main/calls/index.ts',
    'scripts/message-catalogues.mjs',
    'electron.vite.config.ts',
    'package-lock.json',
  ])('is stale after a change of %s', (name) => {
    setTime(name, wednesday)
    expect(buildIsStale(project)).toBe(true)
  })

  test('is stale after a file was deleted', () => {
    rmSync(join(project, 'src/main/calls/index.ts'))
    expect(buildIsStale(project)).toBe(true)
  })

  test('is stale when it stopped half way', () => {
    rmSync(join(project, 'out/renderer/index.html'))
    expect(buildIsStale(project)).toBe(true)
  })

  test('is stale when a part is left from an earlier build', () => {
    setTime('out/renderer/index.html', new Date('2026-01-01T09:00:00Z'))
    expect(buildIsStale(project)).toBe(true)
  })
})
