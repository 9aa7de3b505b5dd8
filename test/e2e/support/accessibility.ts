import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

type Options = {
  /** What depends on the theme alone, on a page that axe has looked at before. */
  onlyColors?: boolean
}

/** What axe finds, short enough to read; legacy, as Electron has no blank page for axe to run in. */
export async function findViolations(
  page: Page,
  { onlyColors = false }: Options = {},
): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder(onlyColors ? { page, axeSource: axeIsThere } : { page })
    .setLegacyMode(true)
    .options({
      // Of what passes, axe would work out how to find each element again.
      resultTypes: ['violations'],
      // No rule that is asked for looks into style sheets.
      preload: false,
      ...(onlyColors && { runOnly: { type: 'rule', values: colorRules } }),
    })
    .analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}\n${failureSummary ?? ''}`),
  )
}

const colorRules = ['color-contrast', 'link-in-text-block']

/** In place of half a megabyte of script. */
const axeIsThere = 'window.axe.version'

/** Ends every movement that has an end: half faded in, a text has not its contrast yet. */
export function settle(page: Page): Promise<void> {
  return page.evaluate(endMovements)
}

/** As text: it is for the window, whose types are none of the tests'. */
const endMovements = `
  for (const animation of document.getAnimations()) {
    if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish()
  }
`
