import type { Page } from '@playwright/test'

/** What the words of another language do to a screen that was reached in English, one on top of the other until a reload. */
export const disguises = {
  english: async () => undefined,
  longer: (page: Page) => page.evaluate(lengthen),
  'longer, mirrored': (page: Page) => page.evaluate(mirror),
} as const

/** As text: it is for the window, whose types are none of the tests'. Data has its own length in every language. */
const lengthen = `(() => {
  const filler = ' längere Wörter füllen die Zeile'
  const isData = (element) => element.closest('script, style, pre, code, bdi, textarea, [role=treegrid], [data-data]')
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const nodes = []
  while (walker.nextNode()) nodes.push(walker.currentNode)
  for (const node of nodes) {
    const missing = Math.ceil(node.data.length * 0.4)
    if (!/\\p{L}{2}/u.test(node.data) || isData(node.parentElement)) continue
    node.data += filler.repeat(Math.ceil(missing / filler.length)).slice(0, missing)
  }
})()`

const mirror = `(() => {
  document.documentElement.dir = 'rtl'
  for (const element of document.querySelectorAll('div[dir=ltr][lang]')) element.dir = 'rtl'
})()`
