import { documentOf } from '../documents.mjs'
import { withEditorWindow } from '../editor-window.mjs'
import { countText, sampleText, timesText } from '../numbers.mjs'
import { type OurWindow, treeRowCount, treeShows, withOurWindow } from '../our-window.mjs'
import type { Line, Row } from '../row.mjs'
import { measure, type Sample } from '../statistics.mjs'

const rounds = 7
/** Each takes seconds. */
const editorRounds = 3
const smallest = 2_000
const sizes = [smallest, 20_000, 200_000] as const
const leastTimesFaster = 50
const mostTimesSmallest = 3

async function expandMs(ours: OurWindow, fields: number): Promise<Sample> {
  const { page, server, watch, type, window } = ours
  const title = `expanded ${fields}`
  await type(server.add(documentOf(title, fields)))
  await watch.paintedAt(treeShows(title), () => page.keyboard.press('Enter'))
  return measure(rounds, async () => {
    await window.button('Collapse all').click()
    await page.waitForFunction(`${treeRowCount} < ${fields}`)
    return watch.fromEvent('pointerup', `${treeRowCount} >= ${fields}`, () =>
      window.button('Expand all').click(),
    )
  })
}

function measureEditor(): Promise<Sample> {
  return withEditorWindow((editor) =>
    measure(editorRounds, async () => {
      await editor.open(documentOf('expanded', smallest))
      return editor.expandAll(smallest)
    }),
  )
}

function lineAgainstEditor(ours: Sample, reference: Sample): Line {
  const times = reference.median / ours.median
  return {
    what: `expand all of ${countText(smallest)} fields`,
    ours: sampleText(ours, 'ms'),
    reference: `vanilla-jsoneditor ${sampleText(reference, 'ms')}`,
    ratio: `${timesText(times)} as fast`,
    reach: `≥ ${timesText(leastTimesFaster)} as fast`,
    isWithin: times >= leastTimesFaster,
  }
}

function lineAgainstSmallest(fields: number, ours: Sample, reference: Sample): Line {
  const times = ours.median / reference.median
  return {
    what: `expand all of ${countText(fields)} fields`,
    ours: sampleText(ours, 'ms'),
    reference: `our ${countText(smallest)} ${sampleText(reference, 'ms')}`,
    ratio: timesText(times),
    reach: `≤ ${timesText(mostTimesSmallest)}`,
    isWithin: times <= mostTimesSmallest,
  }
}

export const expandRow: Row = {
  name: 'expand',
  note:
    'From the click on “Expand all” (the browser’s own time of the release), with everything collapsed, until the ' +
    'expanded tree is painted; the document is open already. vanilla-jsoneditor: from the call of expand for every ' +
    'path until all fields are painted. Frames come every 16.7 ms, and the end is always one, so that nothing can ' +
    'take less than one or two of them.',
  measure: () =>
    withOurWindow(async (ours) => {
      const [first, ...others] = sizes
      const own = await expandMs(ours, first)
      const lines = [lineAgainstEditor(own, await measureEditor())]
      for (const fields of others) lines.push(lineAgainstSmallest(fields, await expandMs(ours, fields), own))
      return lines
    }),
}
