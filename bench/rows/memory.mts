import { projectFolder } from '../../scripts/electron-runtime.mjs'
import { documentOf } from '../documents.mjs'
import { referenceFolder, withDriven } from '../electron.mjs'
import { idleMemory, type Memory, withOwnElectron } from '../memory.mjs'
import { sampleText, timesText } from '../numbers.mjs'
import { treeShows, withOurWindow } from '../our-window.mjs'
import type { Line, Row } from '../row.mjs'
import { summarise } from '../statistics.mjs'

const rounds = 2
const mostTimes = 1.5
/** 15 KB of JSON. */
const fields = 600

function ofBlankWindow(executable: string): Promise<Memory> {
  return withDriven({ folder: referenceFolder, executable }, ({ app }) => idleMemory(app))
}

function ofFirstStart(executable: string): Promise<Memory> {
  return withDriven({ folder: projectFolder, executable }, async ({ app, page }) => {
    await page.getByRole('button', { name: 'Try the demo' }).waitFor()
    return idleMemory(app)
  })
}

function withTree(executable: string): Promise<Memory> {
  return withOurWindow(async ({ app, page, server, watch, type }) => {
    await type(server.add(documentOf('remembered', fields)))
    await watch.paintedAt(treeShows('remembered'), () => page.keyboard.press('Enter'))
    return idleMemory(app)
  }, executable)
}

type Round = { blank: Memory; first: Memory; tree: Memory }

function lineOf(what: string, ours: readonly number[], blank: readonly number[]): Line {
  const sample = summarise(ours)
  const reference = summarise(blank)
  const times = sample.median / reference.median
  return {
    what: `idle memory, all processes, ${what}`,
    ours: sampleText(sample, 'MB'),
    reference: `blank window ${sampleText(reference, 'MB')}`,
    ratio: timesText(times),
    reach: `≤ ${timesText(mostTimes)}`,
    isWithin: times <= mostTimes,
  }
}

function linesOf(what: string, all: readonly Round[], ours: (round: Round) => Memory): Line[] {
  function line(how: string, sizeOf: (memory: Memory) => number): Line {
    return lineOf(
      `${what}, ${how}`,
      all.map((round) => sizeOf(ours(round))),
      all.map(({ blank }) => sizeOf(blank)),
    )
  }
  const workingSet = line('working set', (memory) => memory.workingSet)
  if (all.some(({ blank }) => blank.proportional === null)) return [workingSet]
  return [workingSet, line('shared parts counted once', (memory) => memory.proportional ?? 0)]
}

export const memoryRow: Row = {
  name: 'memory',
  note:
    'All processes of the program, left alone for 40 seconds and then as soon as three readings, a second apart, ' +
    'differ by less than 1 %. Working set: the sum of what Electron says of each process, in which what processes ' +
    'share counts once for each of them. Shared parts counted once: the sum of the proportional set sizes (PSS) that ' +
    'Linux gives, also for the helpers that Electron does not list, of a copy of Electron that no other program uses. ' +
    'Both programs are watched by the same driver.',
  measure: () =>
    withOwnElectron(async (executable) => {
      const all: Round[] = []
      for (let round = 1; round <= rounds; round++)
        all.push({
          blank: await ofBlankWindow(executable),
          first: await ofFirstStart(executable),
          tree: await withTree(executable),
        })
      return [
        ...linesOf('first start', all, ({ first }) => first),
        ...linesOf('with a tree of 15 KB', all, ({ tree }) => tree),
      ]
    }),
}
