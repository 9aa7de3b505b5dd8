/** A condition of a search; all of a query have to hold [I]. */
export type Leaf =
  | { kind: 'match'; text: string; isWhole: boolean; fields: readonly string[] }
  | { kind: 'term'; field: string; values: readonly string[] }
  | { kind: 'range'; field: string; from: string | null; to: string | null }

export interface SearchQuery {
  leaves: readonly Leaf[]
  limit: number
  cursor: string | null
}

type Members = Readonly<Record<string, unknown>>

export const mostPerPage = 50

/** The body of `POST /adobe/assets/search`, or what is wrong with it. Leaves, operators and `limit` ≤ 50: SPARK [B]. */
export function readSearchQuery(body: string): SearchQuery | string {
  const parsed = parse(body)
  if (!isMembers(parsed)) return 'The body must be a JSON object.'
  const { query = [], limit = mostPerPage, cursor = null } = parsed
  if (typeof limit !== 'number' || !Number.isInteger(limit) || limit < 1 || limit > mostPerPage) {
    return `limit must be between 1 and ${mostPerPage}.`
  }
  if (cursor !== null && typeof cursor !== 'string') return 'The cursor is not valid.'
  if (!Array.isArray(query)) return 'query must be an array.'
  const leaves = query.map(readLeaf)
  const problem = leaves.find((leaf) => typeof leaf === 'string')
  if (typeof problem === 'string') return problem
  return { leaves: leaves.filter((leaf) => typeof leaf !== 'string'), limit, cursor }
}

function readLeaf(leaf: unknown): Leaf | string {
  if (!isMembers(leaf)) return 'Every condition must be an object.'
  const [[name, value] = ['', null], ...others] = Object.entries(leaf)
  if (others.length > 0 || !isMembers(value)) return 'A condition has one member, which is an object.'
  if (name === 'match') return readMatch(value)
  if (name === 'term') return readTerm(value)
  if (name === 'range') return readRange(value)
  return `The condition ${name} is not supported.`
}

function readMatch({ text, mode = 'FULLTEXT', operator = 'matches', fields = [] }: Members): Leaf | string {
  if (typeof text !== 'string' || text === '') return 'match needs a text.'
  if (mode !== 'FULLTEXT') return 'The mode of match is not supported.'
  if (operator !== 'matches' && operator !== 'startsWith') return 'The operator of match is not supported.'
  if (!Array.isArray(fields)) return 'fields must be an array.'
  return { kind: 'match', text, isWhole: operator === 'startsWith', fields: fields.map(String) }
}

function readTerm(term: Members): Leaf | string {
  const [[field, values] = ['', null]] = Object.entries(term)
  return Array.isArray(values)
    ? { kind: 'term', field, values: values.map(String) }
    : 'term needs a field with an array of values.'
}

/** Bounds include their ends; the names `gte` and `lte` are those of the delivery tier's documentation [A]. */
function readRange(range: Members): Leaf | string {
  const [[field, bounds] = ['', null]] = Object.entries(range)
  if (!isMembers(bounds)) return 'range needs a field with its bounds.'
  const { gte, lte } = bounds
  return {
    kind: 'range',
    field,
    from: typeof gte === 'string' ? gte : null,
    to: typeof lte === 'string' ? lte : null,
  }
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
