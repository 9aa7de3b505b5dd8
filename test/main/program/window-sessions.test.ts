import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { openJsonFile } from '../../../src/main/files/json-file'
import { openSessionMemory, sessionFileSchema } from '../../../src/main/program/session-memory'
import { createWindowSessions } from '../../../src/main/program/window-sessions'
import type { UnsavedDraft } from '../../../src/shared/session'
import { tempFolder } from '../../support/serve'

function work(asset: string) {
  return { connectionId: 'dev', bucket: 'author-p1-e2', asset }
}

function draftOf(id: string | null, name: string): UnsavedDraft {
  const texts = { bucket: '', clientId: '', scopes: '', imsHost: '', aemHost: '' }
  return { id, name, environment: 'stage', ...texts }
}

async function setUp() {
  const path = `${tempFolder()}/session.json`
  const memory = await openSessionMemory(openJsonFile(path, (content) => v.parse(sessionFileSchema, content)))
  const open = new Set<number>()
  let caller: number | null = null
  const sessions = createWindowSessions(memory, { current: () => caller, isOpen: (id) => open.has(id) })
  /** The session as one window has it. */
  function windowOf(id: number) {
    open.add(id)
    return {
      state: () => {
        caller = id
        return sessions.state()
      },
      remember: (patch: Parameters<typeof sessions.remember>[0]) => {
        caller = id
        return sessions.remember(patch)
      },
      close: () => open.delete(id),
    }
  }
  return { memory, windowOf }
}

describe('the session of several windows', () => {
  it('is that of the last start for the first, and new for each further one', async () => {
    const { memory, windowOf } = await setUp()
    await memory.remember({ theme: 'dark', lastWork: work('a') })
    expect(windowOf(1).state()).toMatchObject({ theme: 'dark', lastWork: work('a') })
    expect(windowOf(2).state()).toMatchObject({ theme: 'dark', lastWork: null, unsavedDrafts: [] })
  })

  it('is its own when a page is loaded again', async () => {
    const { windowOf } = await setUp()
    const [one, other] = [windowOf(1), windowOf(2)]
    one.state()
    await other.remember({ lastWork: work('b'), unsavedDrafts: [draftOf('dev', 'B')] })
    await one.remember({ lastWork: work('a') })
    expect(one.state()).toMatchObject({ lastWork: work('a'), unsavedDrafts: [] })
    expect(other.state()).toMatchObject({ lastWork: work('b'), unsavedDrafts: [draftOf('dev', 'B')] })
  })

  it('leaves the next start the work that was last, and the drafts of all', async () => {
    const { memory, windowOf } = await setUp()
    const [one, other] = [windowOf(1), windowOf(2)]
    await one.remember({ lastWork: work('a'), unsavedDrafts: [draftOf('dev', 'A'), draftOf(null, 'New')] })
    await other.remember({ lastWork: work('b'), unsavedDrafts: [draftOf('dev', 'B')] })
    other.close()
    await one.remember({ unsavedDrafts: [draftOf('dev', 'A')] })
    expect(memory.state()).toMatchObject({ lastWork: work('b'), unsavedDrafts: [draftOf('dev', 'B')] })
  })

  it('goes on in a window that is opened when all were closed', async () => {
    const { windowOf } = await setUp()
    const one = windowOf(1)
    await one.remember({ lastWork: work('a'), unsavedDrafts: [draftOf('dev', 'A')] })
    one.close()
    expect(windowOf(2).state()).toMatchObject({ lastWork: work('a'), unsavedDrafts: [draftOf('dev', 'A')] })
  })
})
