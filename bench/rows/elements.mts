import { documentOf } from '../documents.mjs'
import { countText } from '../numbers.mjs'
import { type OurWindow, treeRowCount, treeShows, withOurWindow } from '../our-window.mjs'
import type { Line, Row } from '../row.mjs'

const sizes = [2_000, 20_000, 200_000] as const
const most = 1_500

const grid = "document.querySelector('[role=treegrid]')"
const pageOfTree = `${grid}.clientHeight`
function scrollTo(top: string): string {
  return `${grid}.scrollTop = ${top}`
}

/** The most elements that the window has had after what was done so far. */
async function countElements({ page }: OurWindow): Promise<number> {
  return Number(await page.evaluate("document.querySelectorAll('*').length"))
}

/** Scrolls by half pages for some frames and counts in each. */
async function countWhileScrolling({ page }: OurWindow, from: string): Promise<number> {
  return Number(
    await page.evaluate(`new Promise((resolve) => {
      let [most, frames] = [0, 0]
      ${scrollTo(from)}
      const look = () => {
        most = Math.max(most, document.querySelectorAll('*').length)
        if (++frames > 30) return resolve(most)
        ${grid}.scrollTop += ${pageOfTree} / 2
        requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    })`),
  )
}

async function measureSize(ours: OurWindow, fields: number): Promise<Line> {
  const { page, server, watch, type, window } = ours
  const title = `counted ${fields}`
  await type(server.add(documentOf(title, fields)))
  await watch.paintedAt(treeShows(title), () => page.keyboard.press('Enter'))
  const counts = [await countElements(ours)]
  await watch.paintedAt(`${treeRowCount} >= ${fields}`, () => window.button('Expand all').click())
  counts.push(await countElements(ours))
  counts.push(await countWhileScrolling(ours, '0'))
  counts.push(await countWhileScrolling(ours, `${grid}.scrollHeight / 2`))
  await window.row(/\w/).last().click()
  counts.push(await countElements(ours))
  const marks = "document.querySelector('[role=treegrid] mark') !== null"
  await watch.paintedAt(marks, () => window.filter.fill('a'))
  counts.push(await countElements(ours), await countWhileScrolling(ours, '0'))
  await watch.paintedAt(`!(${marks})`, () => window.filter.fill(''))
  const highest = Math.max(...counts)
  return {
    what: `elements of the window at ${countText(fields)} fields`,
    ours: countText(highest),
    reference: '—',
    ratio: '—',
    reach: `≤ ${countText(most)}`,
    isWithin: highest <= most,
  }
}

export const elementsRow: Row = {
  name: 'elements',
  note:
    'The most elements that the whole window has had: after opening, after “Expand all”, in each frame while ' +
    'scrolling at the top and in the middle, with a row chosen, and with a filter that finds most fields.',
  measure: () =>
    withOurWindow(async (ours) => {
      const lines: Line[] = []
      for (const fields of sizes) lines.push(await measureSize(ours, fields))
      return lines
    }),
}
