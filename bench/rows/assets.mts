import { documentOf } from '../documents.mjs'
import { amountText, countText, sampleText, timesText } from '../numbers.mjs'
import { bareClientMs, tutorialScriptMs } from '../other-clients.mjs'
import { type OurWindow, withOurWindow } from '../our-window.mjs'
import type { Line, Row } from '../row.mjs'
import { measureInTurn, type Sample, summarise } from '../statistics.mjs'

const rounds = 3
const assets = 1_000
const answerDelay = 50
/** It takes so long that a part has to stand for the whole. */
const assetsOfScript = 100
const scriptRounds = 2
const leastOfLimit = 0.9
const leastTimesScript = 10
/** 2 KB of JSON, the size of a small asset's metadata. */
const fields = 80

function addAssets({ server }: OurWindow, count: number): string[] {
  return Array.from({ length: count }, (_, index) => server.add(documentOf(`listed ${index}`, fields)))
}

function saysRead(count: number): string {
  return `document.body.textContent.includes(${JSON.stringify(`${countText(count)} read`)})`
}

/** Milliseconds from the click on “Read all” until the window says that all were read. */
async function readAllMs(ours: OurWindow): Promise<number> {
  const { page, type, watch, window } = ours
  await type(addAssets(ours, assets).join(' '))
  await page
    .getByText(`${countText(assets)} assets`)
    .first()
    .waitFor()
  const milliseconds = await watch.fromEvent('pointerup', saysRead(assets), () =>
    window.button('Read all').click(),
  )
  await type('')
  return milliseconds
}

function lineOf(samples: { ours: Sample; reference: Sample }, atOnce: number): Line[] {
  const { ours, reference } = samples
  const limitMs = (assets * answerDelay) / atOnce
  function line(what: string, text: string, share: number): Line {
    return {
      what: `${countText(assets)} assets, server answering in ${answerDelay} ms, ${what}`,
      ours: sampleText(ours, 'ms'),
      reference: text,
      ratio: `${timesText(share)} as fast`,
      reach: `≥ ${timesText(leastOfLimit)}`,
      isWithin: share >= leastOfLimit,
    }
  }
  const limit = `${countText(assets)} × ${answerDelay} ms / ${atOnce} = ${amountText(limitMs, 'ms')}`
  return [
    line('against the limit', limit, limitMs / ours.median),
    line(
      'against a bare client',
      `${atOnce} at once ${sampleText(reference, 'ms')}`,
      reference.median / ours.median,
    ),
  ]
}

function lineAgainstScript(ours: Sample, part: Sample): Line {
  const whole = (part.median * assets) / assetsOfScript
  const times = whole / ours.median
  return {
    what: `${countText(assets)} assets, server answering in ${answerDelay} ms, against the tutorial’s script`,
    ours: sampleText(ours, 'ms'),
    reference: `${amountText(whole, 'ms')}: ${assets / assetsOfScript} × ${sampleText(part, 'ms')}`,
    ratio: `${timesText(times)} as fast`,
    reach: `≥ ${timesText(leastTimesScript)}`,
    isWithin: times >= leastTimesScript,
  }
}

export const assetsRow: Row = {
  name: 'assets',
  note:
    `${countText(assets)} asset IDs stand in the field Asset; from the click on “Read all” until the window says that ` +
    'all were read. How many requests it has open at once is what the server sees at most. The limit is what that ' +
    'allows if nothing but the server took time; the bare client reads the same number of assets with as many requests ' +
    'at once, and shows what the server’s own timers and the loopback add. The tutorial’s script asks for a token ' +
    `(${answerDelay} ms as well) before each asset; it runs for ${assetsOfScript} assets, and the rest is reckoned.`,
  measure: () =>
    withOurWindow(async (ours) => {
      const { server } = ours
      server.setAnswerDelay(answerDelay)
      let atOnce = 0
      const samples = await measureInTurn(
        rounds,
        async () => {
          server.takeMostAtOnce()
          const milliseconds = await readAllMs(ours)
          atOnce = Math.max(atOnce, server.takeMostAtOnce())
          return milliseconds
        },
        () => bareClientMs(addAssets(ours, assets).map(server.addressOf), atOnce),
      )
      const script: number[] = []
      for (let round = 1; round <= scriptRounds; round++)
        script.push(await tutorialScriptMs(server.origin, addAssets(ours, assetsOfScript)))
      return [...lineOf(samples, atOnce), lineAgainstScript(samples.ours, summarise(script))]
    }),
}
