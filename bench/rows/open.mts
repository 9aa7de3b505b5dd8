import { documentOf } from '../documents.mjs'
import { type EditorWindow, patienceMs, withEditorWindow } from '../editor-window.mjs'
import { amountText, countText, sampleText, timesText } from '../numbers.mjs'
import { type OurWindow, treeShows, withOurWindow } from '../our-window.mjs'
import type { Line, Row } from '../row.mjs'
import { measureInTurn, type Sample, summarise } from '../statistics.mjs'

const rounds = 7
/** Each takes seconds. */
const roundsWithFields = 3
const sizes = [2_000, 20_000, 200_000] as const
/** So that nothing that the key Enter itself sets off is counted as opening. */
const answerDelay = 100

/** Milliseconds from the last byte that the server sent until the tree is painted. */
async function openMs(ours: OurWindow, title: string, fields: number): Promise<number> {
  const { page, server, watch, type } = ours
  await type(server.add(documentOf(title, fields)))
  const paintedAt = await watch.paintedAt(treeShows(title), () => page.keyboard.press('Enter'))
  return paintedAt - server.lastSentAt()
}

function lineOf(what: string, ours: Sample, reference: Sample): Line {
  const times = reference.median / ours.median
  return {
    what,
    ours: sampleText(ours, 'ms'),
    reference: `vanilla-jsoneditor ${sampleText(reference, 'ms')}`,
    ratio: `${timesText(times)} as fast`,
    reach: 'faster',
    isWithin: times > 1,
  }
}

/** Both as they open by themselves. */
async function measureSize(ours: OurWindow, editor: EditorWindow, fields: number) {
  const samples = await measureInTurn(
    rounds,
    (round) => openMs(ours, `ours ${round} of ${fields}`, fields),
    (round) => editor.open(documentOf(`theirs ${round}`, fields)),
  )
  const line = lineOf(`open a document of ${countText(fields)} fields`, samples.ours, samples.reference)
  return { fields, line, ours: samples.ours }
}

/** Null when the editor does not end; a window in which that happened is of no use any more. */
function measureWithFields(fields: number): Promise<Sample | null> {
  return withEditorWindow(async (editor) => {
    const values: number[] = []
    for (let round = 0; round <= roundsWithFields; round++) {
      const value = await editor.openFields(documentOf(`theirs ${round}`, fields))
      if (value === null) return null
      if (round > 0) values.push(value)
    }
    return summarise(values)
  })
}

type Opened = Awaited<ReturnType<typeof measureSize>>

function lineWithoutEnd(what: string, ours: Sample): Line {
  return {
    what,
    ours: sampleText(ours, 'ms'),
    reference: `vanilla-jsoneditor did not end in ${patienceMs / 1_000} s`,
    ratio: `more than ${timesText(patienceMs / ours.median)} as fast`,
    reach: 'faster',
    isWithin: ours.median < patienceMs,
  }
}

function lineUntried(what: string, ours: Sample): Line {
  return {
    what,
    ours: sampleText(ours, 'ms'),
    reference: 'vanilla-jsoneditor not tried: the size before did not end',
    ratio: '—',
    reach: 'faster',
    isWithin: null,
  }
}

/** The editor with the same in sight as ours, up to the size at which it does not end any more. */
async function linesWithFields(opened: readonly Opened[]): Promise<Line[]> {
  const lines: Line[] = []
  let ends = true
  for (const { fields, ours } of opened) {
    const what = `open a document of ${countText(fields)} fields, in sight in both`
    if (!ends) {
      lines.push(lineUntried(what, ours))
      continue
    }
    const reference = await measureWithFields(fields)
    ends = reference !== null
    lines.push(reference ? lineOf(what, ours, reference) : lineWithoutEnd(what, ours))
  }
  return lines
}

export const openRow: Row = {
  name: 'open',
  note:
    'Ours: from the last byte that leaves the server until the tree is painted, so with everything on the way: the ' +
    'main process, the bridge and the window. It opens with the fields in sight. vanilla-jsoneditor: from the call ' +
    'of createJSONEditor in tree mode, with the text already in its window, until its tree is painted. By itself it ' +
    'opens with two rows, everything below them closed; “in sight in both” also has it expand the asset’s metadata, ' +
    `one level of it. It gets ${amountText(patienceMs / 1_000, 's')}; where that was too little, larger documents are ` +
    'not tried.',
  measure: async () => {
    const opened = await withOurWindow((ours) =>
      withEditorWindow(async (editor) => {
        ours.server.setAnswerDelay(answerDelay)
        const sized: Opened[] = []
        for (const fields of sizes) sized.push(await measureSize(ours, editor, fields))
        return sized
      }),
    )
    return [...opened.map(({ line }) => line), ...(await linesWithFields(opened))]
  },
}
