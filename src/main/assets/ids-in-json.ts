import { parseJson } from '../input/parse-json'
import { assetIdOf, isUuid } from './ids-in-text'

type Members = Readonly<Record<string, unknown>>

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function own(node: Members, name: string): unknown {
  return Object.hasOwn(node, name) ? node[name] : undefined
}

/** The asset that an object is about: `jcr:uuid` of the repository, `assetId` of the Assets API. */
function idOfNode(node: Members): string | null {
  const uuid = own(node, 'jcr:uuid')
  if (typeof uuid === 'string' && isUuid(uuid)) return assetIdOf(uuid)
  const repository = own(node, 'repositoryMetadata')
  const candidates = [
    own(node, 'assetId'),
    own(node, 'repo:assetId'),
    isMembers(repository) ? own(repository, 'repo:assetId') : undefined,
  ]
  for (const candidate of candidates) {
    const id = typeof candidate === 'string' ? assetIdOf(candidate) : null
    if (id !== null) return id
  }
  return null
}

function idsOfChildren(folder: Members): string[] {
  return Object.values(folder).flatMap((child) => {
    const id = isMembers(child) && own(child, 'jcr:primaryType') === 'dam:Asset' ? idOfNode(child) : null
    return id === null ? [] : [id]
  })
}

/**
 * The assets of a JSON text: the `.json` rendering of an asset or of a folder with its assets, an answer of the Assets API, or
 * an array of these. Null when the text is no such JSON.
 */
export function assetIdsInJson(text: string): string[] | null {
  if (!/^[[{]/.test(text)) return null
  const parsed = parseJson(text)
  if (parsed === undefined) return null
  const nodes = Array.isArray(parsed) ? parsed : [parsed]
  return nodes.flatMap((node) => {
    if (typeof node === 'string') return assetIdOf(node) ?? []
    if (!isMembers(node)) return []
    return idOfNode(node) ?? idsOfChildren(node)
  })
}
