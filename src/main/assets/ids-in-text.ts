const uuid = '[\\da-f]{8}-[\\da-f]{4}-[\\da-f]{4}-[\\da-f]{4}-[\\da-f]{12}'
const wholeUuid = new RegExp(`^${uuid}$`, 'i')
const wholeId = new RegExp(`^(?:urn:aaid:aem:|dm-aid--)?(${uuid})$`, 'i')

/** An ID that something is joined to is a part of something else, such as a path or an ID of another kind. */
const urnInText = new RegExp(`(?<![\\w:%./\\\\-])urn:aaid:aem:(${uuid})(?![\\w%/\\\\#-]|[.?]\\S|:\\S)`, 'gi')
const snippet = new RegExp(`data-id=["']?(?:urn:aaid:aem:)?(${uuid})(?![\\w-])`, 'gi')
const labelled = new RegExp(`jcr:uuid["']?\\s{0,9}[:=]?\\s{0,9}["']?(${uuid})(?![\\w-])`, 'gi')

function toAssetId(found: string): string {
  return `urn:aaid:aem:${found.toLowerCase()}`
}

/** An asset ID and where in the text it stands. */
export type PlacedId = { assetId: string; at: number }

function allOf(pattern: RegExp, text: string): PlacedId[] {
  return [...text.matchAll(pattern)].flatMap(({ index, 1: found }) =>
    found === undefined ? [] : [{ assetId: toAssetId(found), at: index }],
  )
}

export function isUuid(text: string): boolean {
  return wholeUuid.test(text)
}

/** The asset ID that a text is, as URN, as UUID or as the `dm-aid--` of Dynamic Media; null for anything else. */
export function assetIdOf(text: string): string | null {
  const found = wholeId.exec(text)?.[1]
  return found === undefined ? null : toAssetId(found)
}

/** UUIDs in cells of a table or a list that hold nothing else: elsewhere a bare UUID may be anything. */
function idsInCells(text: string): PlacedId[] {
  return [...text.matchAll(/[^\t\r\n;,|]+/g)].flatMap(({ index, 0: cell }) => {
    const words = cell
      .trim()
      .replace(/^["']|["']$/g, '')
      .split(/\s+/)
    return words.every(isUuid) ? words.map((word) => ({ assetId: toAssetId(word), at: index })) : []
  })
}

/** Asset IDs in running text, such as a mail or a table. */
export function assetIdsInText(text: string): PlacedId[] {
  return [...allOf(urnInText, text), ...allOf(labelled, text), ...idsInCells(text)]
}

/** Asset IDs of `data-id` attributes, as the browser's developer tools show them in AEM's card view. */
export function assetIdsInSnippet(text: string): PlacedId[] {
  return allOf(snippet, text)
}
