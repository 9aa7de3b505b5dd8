import { mkdirSync, rmdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { openJsonFile } from '../../../src/main/files/json-file'
import { openSessionMemory, sessionFileSchema } from '../../../src/main/program/session-memory'
import { errorOf } from '../../support/failures'
import { tempFolder } from '../../support/serve'

const panes = { sizes: {}, open: {} }
const first = { theme: 'system', lastWork: null, unsavedDrafts: [], panes, remindedOn: null }

function openIn(folder: string) {
  return openSessionMemory(
    openJsonFile(join(folder, 'session.json'), (content) => v.parse(sessionFileSchema, content)),
  )
}

describe('the memory of the window', () => {
  it('is empty at first', async () => {
    const memory = await openIn(tempFolder())
    expect([memory.state(), memory.window()]).toEqual([first, null])
  })

  it('outlives the program', async () => {
    const folder = tempFolder()
    const memory = await openIn(folder)
    const lastWork = { connectionId: 'c', bucket: 'author-p1-e2', asset: 'x' }
    await memory.remember({ theme: 'dark' })
    await memory.remember({ lastWork })
    expect((await openIn(folder)).state()).toEqual({ ...first, theme: 'dark', lastWork })
  })

  it('has the draft that the first versions remembered', async () => {
    const folder = tempFolder()
    const texts = { name: 'a', bucket: '', clientId: '', scopes: '', imsHost: '', aemHost: '' }
    const unsavedDraft = { id: null, environment: 'stage', ...texts }
    writeFileSync(join(folder, 'session.json'), JSON.stringify({ version: 1, unsavedDraft }))
    expect((await openIn(folder)).state().unsavedDrafts).toEqual([unsavedDraft])
  })

  it('knows where the window was', async () => {
    const folder = tempFolder()
    const bounds = { x: -5, y: 3, width: 800, height: 600, maximized: true }
    await (await openIn(folder)).rememberWindow(bounds)
    const memory = await openIn(folder)
    expect([memory.window(), memory.state()]).toEqual([bounds, first])
  })

  it.each(['', '{"version":1}', '{"version":2,"theme":"dark"}', '[]'])(
    'starts anew from %j',
    async (content) => {
      const folder = tempFolder()
      writeFileSync(join(folder, 'session.json'), content)
      expect((await openIn(folder)).state()).toEqual(first)
    },
  )

  it.each([
    { x: 10.5, y: 20.25, width: 1000.75, height: 700.5, maximized: false },
    { x: 1e12, y: 0, width: 800, height: 600, maximized: false },
    { x: 0, y: 0, width: -800, height: 600, maximized: false },
    { x: null, y: 0, width: 800, height: 600, maximized: false },
    'wide',
  ])('forgets a place that no window can have, and keeps the rest: %j', async (window) => {
    const folder = tempFolder()
    const file = { version: 1, ...first, theme: 'dark', window }
    writeFileSync(join(folder, 'session.json'), JSON.stringify(file))
    const memory = await openIn(folder)
    expect([memory.window(), memory.state().theme]).toEqual([null, 'dark'])
  })

  it('keeps the place of the window beside an odd theme', async () => {
    const folder = tempFolder()
    const window = { x: 1, y: 2, width: 800, height: 600, maximized: false }
    writeFileSync(join(folder, 'session.json'), JSON.stringify({ version: 1, theme: 'pink', window }))
    const memory = await openIn(folder)
    expect([memory.window(), memory.state()]).toEqual([window, first])
  })

  it('takes a text that is far too long for as long as the program runs, and starts anew without it', async () => {
    const folder = tempFolder()
    const memory = await openIn(folder)
    const lastWork = { connectionId: 'c', bucket: 'author-p1-e2', asset: 'x'.repeat(40_000_000) }
    await memory.remember({ theme: 'dark', lastWork })
    expect(memory.state().lastWork).toEqual(lastWork)
    expect((await openIn(folder)).state()).toEqual({ ...first, theme: 'dark' })
  })

  it('keeps what one failed reading did not show', async () => {
    const folder = tempFolder()
    const path = join(folder, 'session.json')
    mkdirSync(path)
    const memory = await openIn(folder)
    expect(memory.state()).toEqual(first)
    rmdirSync(path)
    const lastWork = { connectionId: 'c', bucket: 'author-p1-e2', asset: 'x' }
    writeFileSync(path, JSON.stringify({ version: 1, ...first, lastWork, window: null }))
    await memory.remember({ theme: 'dark' })
    expect((await openIn(folder)).state()).toEqual({ ...first, lastWork, theme: 'dark' })
  })

  it('does not write over a file that cannot be read', async () => {
    const folder = tempFolder()
    mkdirSync(join(folder, 'session.json'))
    const memory = await openIn(folder)
    expect((await errorOf(memory.remember({ theme: 'dark' }))).kind).toBe('storage')
    expect(memory.state().theme).toBe('dark')
  })
})
