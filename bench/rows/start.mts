import { withNewFolder } from '../electron.mjs'
import { sampleText, timesText } from '../numbers.mjs'
import { blankProgram, freshProgram, leaveDemoConnection, usedProgram } from '../programs.mjs'
import type { Line, Row } from '../row.mjs'
import { startMs } from '../start-program.mjs'
import { measureInTurn, type Sample } from '../statistics.mjs'

const rounds = 9
const mostTimes = 1.3

function line(what: string, { ours, reference }: { ours: Sample; reference: Sample }): Line {
  const times = ours.median / reference.median
  return {
    what,
    ours: sampleText(ours, 'ms'),
    reference: `blank window ${sampleText(reference, 'ms')}`,
    ratio: timesText(times),
    reach: `≤ ${timesText(mostTimes)}`,
    isWithin: times <= mostTimes,
  }
}

async function measureFirstStart(): Promise<Line> {
  const samples = await measureInTurn(
    rounds,
    () => withNewFolder((userData) => startMs(freshProgram(userData))),
    () => withNewFolder((userData) => startMs(blankProgram(userData))),
  )
  return line('start to usable window, first start', samples)
}

function measureLaterStart(): Promise<Line> {
  return withNewFolder((ours) =>
    withNewFolder(async (blank) => {
      await leaveDemoConnection(ours)
      const samples = await measureInTurn(
        rounds,
        () => startMs(usedProgram(ours)),
        () => startMs(blankProgram(blank)),
      )
      return line('start to usable window, with the demo connection', samples)
    }),
  )
}

export const startRow: Row = {
  name: 'start',
  note:
    'From the start of the process until the window is on the screen and what a user needs is painted: the button ' +
    '“Try the demo” at the first start (a new folder for its files each time), “Get metadata” when there is a ' +
    'connection. The blank window is an Electron program of one window and one empty page. Both are started in turn, ' +
    'by Electron alone and without a driver; a probe in the main process asks the window for the time.',
  measure: async () => [await measureFirstStart(), await measureLaterStart()],
}
