import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Language } from '../../../src/shared/language'

const source = join(__dirname, '../../../src')
const rooms = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('en.json'))
  .map((name) => dirname(dirname(name)))

/** What the catalogue of a room says in a language: of `renderer/shell`, `demo.try`. */
export function wordsIn(language: Language, room: string, key: string): string {
  return read(room, language)[key] ?? ''
}

function read(room: string, language: Language): Record<string, string> {
  return JSON.parse(readFileSync(join(source, room, 'messages', `${language}.json`), 'utf8'))
}

/** What the window says in English though the language has words of its own for it; single words are those of data too. */
export async function findEnglish(page: Page, language: Language): Promise<readonly string[]> {
  const sentences = rooms.flatMap((room) => {
    const words = read(room, language)
    return Object.entries(read(room, 'en'))
      .filter(([key, english]) => words[key] !== english && / /.test(english) && !english.includes('{'))
      .map(([, english]) => english)
  })
  const said = new Set(await page.evaluate<string[]>(everythingSaid))
  return sentences.filter((sentence) => said.has(sentence))
}

/** As text: it is for the window, whose types are none of the tests'. */
const everythingSaid = `(() => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const said = []
  while (texts.nextNode()) said.push(texts.currentNode.data.trim())
  for (const named of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
    for (const name of ['aria-label', 'title', 'placeholder']) said.push(named.getAttribute(name) ?? '')
  }
  return said
})()`
