import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeFile } from 'atomically'
import { describe, expect, it } from 'vitest'
import { removeLeftovers } from '../../../src/main/files/remove-leftovers'
import { tempFolder } from '../../support/serve'

const startedAt = Date.parse('2026-03-01T12:00:00Z')

function putFile(folder: string, name: string, at: string): void {
  writeFileSync(join(folder, name), 'x')
  utimesSync(join(folder, name), new Date(at), new Date(at))
}

/** The name under which a write that is under way stands in a folder. */
async function nameOfRunningWrite(folder: string): Promise<string> {
  let name = ''
  await writeFile(join(folder, 'history.json'), 'x', {
    tmpCreated: () => {
      name = readdirSync(folder)[0] ?? ''
    },
  })
  return name
}

describe('what a write left that was ended in its middle', () => {
  it('is removed, and nothing else', async () => {
    const leftover = await nameOfRunningWrite(tempFolder())
    const folder = tempFolder()
    const others = ['history.json', 'notes.tmp-1.txt', 'history.unreadable-1.json']
    for (const name of [leftover, ...others]) putFile(folder, name, '2026-03-01T11:00:00Z')
    await removeLeftovers(folder, startedAt)
    expect(readdirSync(folder).sort()).toEqual(others.sort())
  })

  it('stays when this program may be the one that writes it', async () => {
    const leftover = await nameOfRunningWrite(tempFolder())
    const folder = tempFolder()
    putFile(folder, leftover, '2026-03-01T12:00:01Z')
    await removeLeftovers(folder, startedAt)
    expect(readdirSync(folder)).toEqual([leftover])
  })

  it('does not matter where there is no such folder', async () => {
    await expect(removeLeftovers(join(tempFolder(), 'none'), startedAt)).resolves.toBeUndefined()
  })

  it('is not a folder of that name', async () => {
    const folder = tempFolder()
    const name = `a.tmp-${'1'.repeat(10)}abcdef`
    mkdirSync(join(folder, name))
    await removeLeftovers(folder, Date.now() + 60_000)
    expect(readdirSync(folder)).toEqual([name])
  })
})
