import json5 from 'json5'
import { isMap, parseAllDocuments, type Document as YamlDocument } from 'yaml'
import { parseJson } from '../input/parse-json'

/**
 * The JSON within other words, and JSON as people and programs write it: comments, single quotes, commas at the end. Undefined
 * where there is none.
 */
export function parseLooseJson(text: string): object | null | undefined {
  for (const [opening, closing] of ['{}', '[]']) {
    const start = text.indexOf(opening ?? '')
    const end = text.lastIndexOf(closing ?? '')
    if (start < 0 || end < start) continue
    const inner = text.slice(start, end + 1)
    const value = parseJson(inner) ?? parseTolerantly(inner)
    if (typeof value === 'object') return value
  }
  return undefined
}

function parseTolerantly(text: string): unknown {
  try {
    return json5.parse(text)
  } catch {
    return undefined
  }
}

/** Far above any configuration, and a tenth of a second to read. */
const longestYaml = 100_000

/** A text of brackets makes the parser of YAML slow, and no configuration is that deep. */
const deep = /(?:[[{]\s{0,9}){30}|(?:-\s{1,9}){30}/

/** Lines as YAML has them; a mail has others around them. */
const yamlLine = /^(?:\s.*|#.*|-(?:\s.*)?|["']?[\w.$/ -]{1,100}["']?\s*:(?:\s.*)?|---|\.{3}|)$/

/** The maps of the YAML in a text, each document of it; null for a text with none, or one that names a key twice. */
export function parseYaml(text: string): readonly object[] | null {
  if (text.length > longestYaml || deep.test(text)) return null
  const lines = text.split('\n').filter((line) => yamlLine.test(line))
  try {
    const documents = parseAllDocuments(lines.join('\n'), {
      schema: 'failsafe',
      uniqueKeys: false,
      logLevel: 'silent',
      prettyErrors: false,
    })
    const values = [...documents].map(readYamlDocument)
    return values.every((value) => value !== null) && values.length > 0 ? values : null
  } catch {
    return null
  }
}

function readYamlDocument(document: YamlDocument.Parsed | YamlDocument): object | null {
  if (document.errors.length > 0) return null
  if (isMap(document.contents) && hasKeyTwice(document.contents.items)) return null
  const value: unknown = document.toJS({ maxAliasCount: 100 })
  return typeof value === 'object' ? value : null
}

function hasKeyTwice(items: readonly { key: unknown }[]): boolean {
  const keys = items.map(({ key }) => String(key))
  return new Set(keys).size < keys.length
}
