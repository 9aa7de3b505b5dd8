import { bareRequestMs } from '../bare-request.mjs'
import { documentOf } from '../documents.mjs'
import { sidebarSizes, withFullSidebar } from '../full-sidebar.mjs'
import { amountText, sampleText, timesText } from '../numbers.mjs'
import { type OurWindow, treeShows, withOurWindow } from '../our-window.mjs'
import type { Line, Row } from '../row.mjs'
import { measureInTurn } from '../statistics.mjs'

const rounds = 15
const mostAddedMs = 40
/** 15 KB of JSON. */
const fields = 600
const full = `sidebar with ${sidebarSizes.history} entries of history, ${sidebarSizes.favorites} favorites, ${sidebarSizes.connections} connections`

async function measureWith(ours: OurWindow, answerDelay: number, besides = ''): Promise<Line> {
  const { app, page, server, watch, type } = ours
  server.setAnswerDelay(answerDelay)
  function addDocument(title: string): string {
    return server.add(documentOf(title, fields))
  }
  const samples = await measureInTurn(
    rounds,
    async (round) => {
      const title = `reading ${round} after ${answerDelay}`
      await type(addDocument(title))
      return watch.fromEvent('keydown', treeShows(title), () => page.keyboard.press('Enter'))
    },
    (round) => bareRequestMs(app, server.addressOf(addDocument(`bare ${round}`))),
  )
  server.setAnswerDelay(0)
  const added = samples.ours.median - samples.reference.median
  const times = timesText(samples.ours.median / samples.reference.median)
  const kilobytes = Math.round(Buffer.byteLength(documentOf('reading', fields)) / 1_000)
  return {
    what: `Enter to painted tree, ${kilobytes} KB body, server answering in ${answerDelay} ms${besides}`,
    ours: sampleText(samples.ours, 'ms'),
    reference: `bare request ${sampleText(samples.reference, 'ms')}`,
    ratio: `+ ${amountText(added, 'ms')}, ${times}`,
    reach: `≤ + ${mostAddedMs} ms`,
    isWithin: added <= mostAddedMs,
  }
}

export const readRow: Row = {
  name: 'read',
  note:
    'From the key Enter in the field Asset until the tree of an asset that was not read before is painted. The bare ' +
    'request is made in the same main process, with the same network stack, session, headers and size of body, and ' +
    'nothing is done with what it brings. The full sidebar has what a user of some weeks has, and each reading changes it.',
  measure: async () => [
    ...(await withOurWindow(async (ours) => [await measureWith(ours, 0), await measureWith(ours, 100)])),
    ...(await withOurWindow(async (ours) => [
      await measureWith(await withFullSidebar(ours), 0, `, ${full}`),
    ])),
  ],
}
