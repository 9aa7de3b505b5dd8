import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import * as v from 'valibot'

const script = readFileSync(new URL('in-window/watch.js', import.meta.url), 'utf8')
const milliseconds = v.number()

/**
 * Measures in a window by the window's own clock, so that no driver and no message between processes counts. All of it
 * throws when the condition holds before the input.
 */
export type Watch = {
  /**
   * Milliseconds from the input event of that type until the frame is painted in which the condition, an expression of
   * JavaScript, holds.
   */
  fromEvent: (type: string, condition: string, input: () => Promise<void>) => Promise<number>
  /** When the condition was painted after an input, in milliseconds since 1970. */
  paintedAt: (condition: string, input: () => Promise<void>) => Promise<number>
  /** Milliseconds from the beginning of a statement of JavaScript until the condition is painted. */
  fromStatement: (statement: string, condition: string) => Promise<number>
}

export async function watch(page: Page): Promise<Watch> {
  await page.evaluate(script)
  async function ask(expression: string): Promise<number> {
    return v.parse(milliseconds, await page.evaluate(expression))
  }
  return {
    fromEvent: async (type, condition, input) => {
      await page.evaluate(`watch.begin(${JSON.stringify(type)}, () => ${condition})`)
      await input()
      return ask('watch.result()')
    },
    paintedAt: async (condition, input) => {
      await page.evaluate(`watch.beginClock(() => ${condition})`)
      await input()
      return ask('watch.result()')
    },
    fromStatement: (statement, condition) => ask(`watch.act(() => { ${statement} }, () => ${condition})`),
  }
}
