import { mostAssetsAtOnce } from '../../shared/asset-list'
import {
  type AssetReference,
  type AssetUnderstanding,
  longestAssetText,
  type ReferenceForm,
} from '../../shared/asset-reference'
import type { FieldProblemCode, MessageValues } from '../../shared/result'
import { problemOf, type Reading, understood, wrong } from '../input/text-rules'
import { type AemPlace, type OwnAuthor, placesNamedIn, readAemHost } from './aem-place'
import { readAssetId } from './asset-id'
import { withoutWrappings } from './asset-text'
import { assetsInJson, type JsonAssets } from './assets-in-json'
import { type AssetTable, readAssetTable } from './assets-in-table'
import { cutAddresses } from './cut-addresses'
import { assetIdOf, assetIdsInSnippet, assetIdsInText, isUuid } from './ids-in-text'
import { type ReadAddress, readAddress } from './read-address'
import { assetPathOf, decodePercent } from './repository-path'

/** Controls that no text has where it was copied from a page, a table or a terminal. */
const oddControls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/

type TextReading = {
  references: readonly AssetReference[]
  buckets: readonly string[]
  /** Why there is no reference, where that can be said. */
  reason: { code: FieldProblemCode; values?: MessageValues } | null
}

/**
 * Understands what a user pastes to name one or several assets. Pure: nothing is sent, and no host in the text is trusted; it
 * only tells which environment was meant.
 *
 * @param own author of this connection, whose host may be a custom one; null where there is none.
 */
export function understandAsset(typed: string, own: OwnAuthor | null): AssetUnderstanding {
  if (typed.length > longestAssetText) {
    const values = { longest: longestAssetText, length: typed.length }
    return { understood: false, problem: problemOf('asset', { code: 'text-too-long', values }) }
  }
  const plain = readAssetId(typed)
  if (plain.ok) {
    const form = isUuid(typed.trim()) ? 'uuid' : 'asset-id'
    return tell([referenceTo(plain.value, form, null)], [])
  }
  const text = withoutWrappings(typed)
  if (text === '' || oddControls.test(text)) return { understood: false, problem: problemOf('asset', plain) }
  const asIs = readText(text, own)
  const decoded = asIs.references.length === 0 && /%[\da-f]{2}/i.test(text) ? decodePercent(text) : null
  const reading = decoded === null || oddControls.test(decoded) ? asIs : readText(decoded, own)
  if (reading.references.length > 0) return tell(reading.references, reading.buckets)
  const problem = vanityIdIn(text) ?? asIs.reason ?? readOneLine(text, plain)
  return { understood: false, problem: problemOf('asset', problem) }
}

/** Only the delivery host resolves a vanity ID (Dynamic Media with OpenAPI capabilities). */
function vanityIdIn(text: string): TextReading['reason'] {
  const id = /urn:avid:aem:[\w.~-]{1,200}/i.exec(text)?.[0]
  return id === undefined ? null : { code: 'asset-vanity-id', values: { id } }
}

/** The one asset ID that a text names for this author, or why there is none. */
export function readOneAsset(typed: string, own: OwnAuthor | null): Reading<string> {
  const understanding = understandAsset(typed, own)
  if (!understanding.understood) return wrong(understanding.problem.code, understanding.problem.values)
  const { references } = understanding
  const [{ target, bucket }] = references
  if (references.length > 1) return wrong('asset-not-one', { count: references.length })
  if (own !== null && bucket !== null && bucket !== own.bucket)
    return wrong('asset-of-other-bucket', { bucket, own: own.bucket })
  return target.by === 'id' ? understood(target.assetId) : wrong('asset-is-path')
}

function tell(found: readonly AssetReference[], buckets: readonly string[]): AssetUnderstanding {
  const [first, ...more] = found.slice(0, mostAssetsAtOnce)
  if (first === undefined) throw new Error('There is nothing to tell')
  return {
    understood: true,
    references: [first, ...more],
    isCut: found.length > mostAssetsAtOnce,
    buckets,
  }
}

/** The problem of the same text without its line breaks: that it has several lines is not what is wrong with it. */
function readOneLine(text: string, plain: { code: FieldProblemCode; values?: MessageValues }) {
  const reading = readAssetId(text.replace(/\s+/g, ' '))
  return reading.ok ? plain : reading
}

function referenceTo(assetId: string, form: ReferenceForm, place: AemPlace | null): AssetReference {
  return { ...placed(form, place), target: { by: 'id', assetId } }
}

function placed(form: ReferenceForm, place: AemPlace | null): Omit<AssetReference, 'target'> {
  return { form, bucket: place?.bucket ?? null, tier: place?.tier ?? null, foreignHost: null }
}

function readText(text: string, own: OwnAuthor | null): TextReading {
  const json = assetsInJson(text)
  if (json !== undefined) return readJson(json, own)
  const table = readAssetTable(text)
  return (table === null ? null : readTable(table, own)) ?? readWords(text, own)
}

/** Objects that are about an asset; where there is none, what the texts in the JSON say. */
function readJson({ assets, texts }: JsonAssets, own: OwnAuthor | null): TextReading {
  const references = assets.map(({ target, place }) => ({ ...placed('json', place), target }))
  if (references.length > 0)
    return { references: eachOnce(references), buckets: bucketsOf(references), reason: null }
  const inTexts = texts.filter(mayNameAsset).flatMap((text) => readWords(text, own).references)
  return {
    references: eachOnce(inTexts),
    buckets: bucketsOf(inTexts),
    reason: { code: 'asset-json-without-id' },
  }
}

function mayNameAsset(text: string): boolean {
  return /urn:|\/content\/dam\/|\/assets\//i.test(text)
}

function readTable({ cells, host }: AssetTable, own: OwnAuthor | null): TextReading | null {
  const place = readAemHost(host.toLowerCase())
  const references = cells.flatMap((cell) => readCell(cell, place, own))
  return references.length === 0
    ? null
    : { references: eachOnce(references), buckets: bucketsOf(references), reason: null }
}

/** A cell of a table has a path as AEM has it, without the encoding of addresses. */
function readCell(cell: string, place: AemPlace | null, own: OwnAuthor | null): AssetReference[] {
  const assetId = assetIdOf(cell)
  if (assetId !== null) return [referenceTo(assetId, 'table', place)]
  const path = cell.startsWith('/content/dam/') ? assetPathOf(cell) : null
  if (path !== null) return [{ ...placed('table', place), target: { by: 'path', path: path.path } }]
  return /^(?:https?:\/\/|\/)/i.test(cell) ? [...(readAddress(cell, own)?.references ?? [])] : []
}

/** Addresses, paths and IDs that stand in a text. */
function readWords(text: string, own: OwnAuthor | null): TextReading {
  const addresses: ReadAddress[] = []
  const found: { reference: AssetReference; at: number }[] = []
  const rest: string[] = []
  let end = 0
  for (const cut of cutAddresses(text)) {
    const read = readAddress(cut.text, own)
    if (read !== null) addresses.push(read)
    for (const reference of read?.references ?? []) found.push({ reference, at: cut.start })
    rest.push(text.slice(end, cut.start), ' '.repeat(cut.end - cut.start))
    end = cut.end
  }
  const between = [...rest, text.slice(end)].join('')
  for (const { assetId, at } of assetIdsInSnippet(between))
    found.push({ reference: referenceTo(assetId, 'snippet', null), at })
  for (const { assetId, at } of assetIdsInText(between))
    found.push({ reference: referenceTo(assetId, 'text', null), at })
  const references = found.sort((one, other) => one.at - other.at).map(({ reference }) => reference)
  const places = [...addresses.map(({ place }) => place), ...placesNamedIn(between)]
  const buckets = [...new Set(places.flatMap((place) => place?.bucket ?? []))]
  const isCurl = /(?:^|[\s(>$%])curl(?:\.exe)?[\s^]/i.test(text)
  return {
    references: eachOnce(references.map((reference) => complete(reference, buckets, isCurl))),
    buckets,
    reason: reasonOf(addresses),
  }
}

function bucketsOf(references: readonly AssetReference[]): string[] {
  return [...new Set(references.flatMap(({ bucket }) => bucket ?? []))]
}

/** An ID without an address belongs to the environment that the rest of the text names, if it names one. */
function complete(reference: AssetReference, buckets: readonly string[], isCurl: boolean): AssetReference {
  return {
    ...reference,
    form: isCurl && reference.form === 'api' ? 'curl' : reference.form,
    bucket:
      reference.bucket ??
      (reference.foreignHost === null && buckets.length === 1 ? (buckets[0] ?? null) : null),
  }
}

function eachOnce(references: readonly AssetReference[]): AssetReference[] {
  const known = new Map<string, AssetReference>()
  for (const reference of references) {
    const { target } = reference
    const key = `${target.by === 'id' ? target.assetId : target.path} ${reference.bucket}`
    if (!known.has(key)) known.set(key, reference)
  }
  return [...known.values()]
}

function reasonOf(addresses: readonly ReadAddress[]): TextReading['reason'] {
  const [known] = addresses.flatMap(({ place }) => place?.bucket ?? [])
  if (known !== undefined) return { code: 'asset-not-in-address', values: { bucket: known } }
  const [host] = addresses.flatMap(({ foreignHost }) => foreignHost ?? [])
  return host === undefined ? null : { code: 'asset-host-unknown', values: { host } }
}
