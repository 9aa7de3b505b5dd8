import { documentOf } from '../documents.mjs'
import { amountText, countText, sampleText, timesText } from '../numbers.mjs'
import { type OurWindow, treeShows, withOurWindow } from '../our-window.mjs'
import type { Line, Row } from '../row.mjs'
import { summarise } from '../statistics.mjs'
import { longestTask, type Task } from '../trace.mjs'

const rounds = 5
const fields = 200_000
const typed = 'granite'
const frameMs = 16
const longestAllowedTaskMs = 50
const resultsWithinMs = 100

/** Holds when the results of that text are in the tree, marked. */
function marked(needle: string): string {
  return `[...document.querySelectorAll('[role=treegrid] mark')].some((mark) =>
    mark.textContent === ${JSON.stringify(needle)})`
}

type Keystroke = { resultsMs: number; longest: Task }

async function openDocument(ours: OurWindow, title: string): Promise<void> {
  const { page, server, watch, type, window } = ours
  await type(server.add(documentOf(title, fields)))
  await watch.paintedAt(treeShows(title), () => page.keyboard.press('Enter'))
  await window.filter.focus()
}

/** Types the next letter, after what has to be done before it. */
async function pressKey(ours: OurWindow, length: number, before?: () => Promise<void>): Promise<Keystroke> {
  const { app, page, watch } = ours
  const needle = typed.slice(0, length)
  let resultsMs = 0
  const longest = await longestTask(app, async () => {
    await before?.()
    resultsMs = await watch.fromEvent('keydown', marked(needle), () =>
      page.keyboard.press(typed.charAt(length - 1)),
    )
  })
  return { resultsMs, longest }
}

/** Types the text key by key into the filter, the first one as soon as a new document is there. */
async function typeAll(ours: OurWindow, title: string): Promise<{ first: Keystroke; later: Keystroke[] }> {
  const first = await pressKey(ours, 1, () => openDocument(ours, title))
  const later: Keystroke[] = []
  for (let length = 2; length <= typed.length; length++) later.push(await pressKey(ours, length))
  await ours.window.filter.fill('')
  return { first, later }
}

/** The limit for every keystroke, so the worst one counts. */
function linesOf(which: string, strokes: readonly Keystroke[]): Line[] {
  const what = `filter keystroke at ${countText(fields)} fields, ${which}`
  const results = summarise(strokes.map(({ resultsMs }) => resultsMs))
  const tasks = summarise(strokes.map(({ longest }) => longest.tookMs))
  const worst = strokes.find(({ longest }) => longest.tookMs === tasks.highest)
  const ofIt = `${amountText(worst?.longest.processorMs ?? 0, 'ms')} of it on a processor`
  return [
    {
      what: `${what}: longest task`,
      ours: sampleText(tasks, 'ms'),
      reference: `one frame ${amountText(frameMs, 'ms')}`,
      ratio: `worst ${timesText(tasks.highest / frameMs)}, ${ofIt}`,
      reach: `none above ${amountText(longestAllowedTaskMs, 'ms')}`,
      isWithin: tasks.highest <= longestAllowedTaskMs,
    },
    {
      what: `${what}: results painted`,
      ours: sampleText(results, 'ms'),
      reference: `one frame ${amountText(frameMs, 'ms')}`,
      ratio: `worst ${timesText(results.highest / frameMs)}`,
      reach: `all within ${amountText(resultsWithinMs, 'ms')}`,
      isWithin: results.highest <= resultsWithinMs,
    },
  ]
}

export const filterRow: Row = {
  name: 'filter',
  note:
    `“${typed}” is typed key by key into the filter of a document that was opened just before; each key waits for ` +
    'the results of the one before. Results: from the key (the browser’s own time of it) until the found text is ' +
    'painted with its mark. Longest task: the longest one in the main thread of the window between the two, by ' +
    'Chromium’s own trace, painting and all. The worst keystroke counts, not the median.',
  measure: () =>
    withOurWindow(async (ours) => {
      await typeAll(ours, 'warm up')
      const all = []
      for (let round = 1; round <= rounds; round++) all.push(await typeAll(ours, `filtered ${round}`))
      return [
        ...linesOf(
          'first after opening',
          all.map(({ first }) => first),
        ),
        ...linesOf(
          'later ones',
          all.flatMap(({ later }) => later),
        ),
      ]
    }),
}
