import { decodePath } from '../../shared/patch-path'

/** What an answer says, by how much it can be trusted to name an operation of the patch that was sent. */
type Said = { positions: number[]; texts: string[] }

const positionKeys = ['index', 'operation', 'operationIndex', 'position']
const pointerKeys = ['pointer', 'jsonPointer', 'path', 'instancePath']
/** They name the call, never a part of it. */
const otherKeys = ['type', 'requestId', 'instance']
const deepest = 6

/**
 * The positions of the operations that an answer to a change names as the ones at fault; empty where it names none.
 *
 * AEM documents `type`, `title`, `status` and `detail` of its problems and no member for what is at fault. So whatever an answer
 * has is looked at: a position, a JSON Pointer into the patch (RFC 9457 has one in `errors`), or the path or field of an operation,
 * alone or in a sentence. A number in a sentence counts for nothing: nobody tells whether it counts from 0.
 */
export function namedOperations(answer: string, patch: string): number[] {
  const paths = pathsOf(patch)
  const { positions, texts } = readAnswer(answer)
  const known = positions.filter((at) => at >= 0 && at < paths.length)
  if (known.length > 0) return [...new Set(known)].sort((one, other) => one - other)
  const byPath = operationsWhere(paths, (path) => texts.some((text) => names(text, path)))
  if (byPath.length > 0) return byPath
  return operationsWhere(
    paths,
    ([field]) => field !== undefined && texts.some((text) => names(text, [field])),
  )
}

function operationsWhere(paths: readonly string[][], isNamed: (path: string[]) => boolean): number[] {
  return paths.flatMap((path, at) => (path.length > 0 && isNamed(path) ? [at] : []))
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function pathsOf(patch: string): string[][] {
  const operations = parse(patch)
  if (!Array.isArray(operations)) return []
  return operations.map((operation) =>
    typeof operation?.path === 'string' ? decodePath(operation.path) : [],
  )
}

function readAnswer(answer: string): Said {
  const said: Said = { positions: [], texts: [] }
  function walk(value: unknown, key: string, depth: number): void {
    if (depth > deepest || otherKeys.includes(key)) return
    if (typeof value === 'number' && positionKeys.includes(key) && Number.isInteger(value)) {
      said.positions.push(value)
    } else if (typeof value === 'string') {
      const position = pointerKeys.includes(key) ? /^#?\/(\d+)(\/|$)/.exec(value)?.[1] : undefined
      if (position !== undefined) said.positions.push(Number(position))
      said.texts.push(value)
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, member] of Object.entries(value)) {
        walk(member, Array.isArray(value) ? key : name, depth + 1)
      }
    }
  }
  walk(parse(answer), '', 0)
  return said
}

/** Whether a text is, or has in it, one of the ways in which a path is written. A plain word counts only alone or in quotes. */
function names(text: string, path: readonly string[]): boolean {
  const escaped = path.map((step) => step.replaceAll('~', '~0').replaceAll('/', '~1')).join('/')
  const plain = path.join('/')
  if (decodePath(text.replace(/^#/, '')).join('/') === plain) return true
  const written = [...new Set([escaped, plain])].flatMap((form) => [
    `/assetMetadata/${form}`,
    `assetMetadata/${form}`,
    `assetMetadata.${form}`,
    `/${form}`,
    ...(form.includes(':') ? [form] : [`"${form}"`, `'${form}'`, `\`${form}\``, `“${form}”`]),
  ])
  return written.some((form) => isPartOf(form, text))
}

const continues = /[\p{L}\p{N}_:/~-]/u

/** Whether a text has a form that is not a part of a longer one. */
function isPartOf(form: string, text: string): boolean {
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
    const [before = '', after = '', next = ''] = [
      text[at - 1],
      text[at + form.length],
      text[at + form.length + 1],
    ]
    const goesOn = continues.test(after) || (after === '.' && continues.test(next))
    if (!continues.test(before) && !goesOn) return true
  }
  return false
}
