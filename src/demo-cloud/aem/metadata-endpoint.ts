import { jsonTextReply, type Reply } from '../http/replies'
import type { Switches } from '../switches'
import type { AemRequest } from './aem-request'
import type { StoredAsset } from './asset-store'
import { refuseWithoutRight } from './gate'
import { applyPatch, type PatchOutcome } from './json-patch'
import { checkChange, checkRead } from './preconditions'
import { guessedDetails } from './problems'

const patchType = 'application/json-patch+json'

/** `GET /adobe/assets/{assetId}/metadata` (Assets Author API, getAssetMetadata). */
export function readMetadata(request: AemRequest, asset: StoredAsset): Reply {
  const { context } = request
  const shown = context.assets.asRead(asset)
  return (
    refuseNonFile(request, asset) ??
    checkRead(request, shown.etag) ??
    jsonTextReply(200, context.assets.envelope(shown), { etag: shown.etag })
  )
}

/**
 * `PATCH /adobe/assets/{assetId}/metadata` (Assets Author API, patchAssetMetadata): JSON Patch under `If-Match`. 428 without it,
 * 412 when it is stale and 400 for `repositoryMetadata` are one client's reading of the schema; see the switches.
 */
export function patchMetadata(request: AemRequest, asset: StoredAsset): Reply {
  const { context } = request
  const refusal =
    refuseNonFile(request, asset) ??
    refuseOtherType(request) ??
    checkChange(request, asset.etag) ??
    refuseUnconditional(request) ??
    refuseWithoutRight(request, 'update')
  if (refusal !== null) return refusal

  const { switches } = context
  const outcome = applyPatch(
    asset.metadataText,
    request.exchange.body,
    switches.patchPaths,
    switches.computedFieldsReadOnly ? computedFields : [],
  )
  if (!outcome.ok) {
    const { detail, members } = wordFault(outcome, switches.patchProblemNames)
    return outcome.reason === 'malformed'
      ? request.problem('bad_request', detail, { members })
      : request.problem('unprocessable_content', detail, { status: switches.unpatchableStatus, members })
  }
  const changed = storeChange(request, asset, outcome.text)
  return switches.patchedStatus === 204
    ? { status: 204, headers: { etag: changed.etag } }
    : jsonTextReply(200, context.assets.envelope(changed), { etag: changed.etag })
}

/** What AEM computes of the file, and no client should write. */
const computedFields = ['dam:sha1', 'dam:size', 'tiff:ImageWidth', 'tiff:ImageLength']

type Worded = { detail: string; members: Readonly<Record<string, unknown>> }

/** How the answer names the operation at fault, which no source tells; see the switch. */
function wordFault(
  { detail, fault }: Extract<PatchOutcome, { ok: false }>,
  how: Switches['patchProblemNames'],
): Worded {
  const general = guessedDetails.notPatched
  if (fault === null || how === 'sentence') return { detail, members: {} }
  if (how === 'path') return { detail: general, members: { path: fault.path } }
  if (how === 'index') return { detail: general, members: { index: fault.index } }
  if (how === 'errors') {
    return { detail: general, members: { errors: [{ detail, pointer: `#/${fault.index}/path` }] } }
  }
  return { detail: general, members: {} }
}

/** Since release 27550 (ASSETS-75096) the metadata API leaves out what is not a file. */
function refuseNonFile({ context, problem }: AemRequest, { seed }: StoredAsset): Reply | null {
  return seed.assetClass === 'file' || context.switches.nonFilesHaveMetadata
    ? null
    : problem('not_found', guessedDetails.noAsset)
}

function refuseOtherType({ exchange, problem }: AemRequest): Reply | null {
  const contentType = exchange.headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  if (contentType === patchType) return null
  const headers = { 'accept-patch': patchType }
  return problem('unsupported_media_type', `Send the patch as ${patchType}.`, { headers })
}

function refuseUnconditional({ context, exchange, problem }: AemRequest): Reply | null {
  const { missingIfMatchStatus: status } = context.switches
  return exchange.headers['if-match'] !== undefined || status === null
    ? null
    : problem('precondition_required', guessedDetails.noIfMatch, { status })
}

function storeChange({ context, token }: AemRequest, asset: StoredAsset, metadataText: string): StoredAsset {
  const { assetId } = asset.seed
  const besides = context.switches.writesBesides ? touch(metadataText, context.now()) : metadataText
  context.assets.change(assetId, {
    metadataText: besides,
    modified: new Date(Math.max(context.now(), Date.parse(asset.modified) + 1)).toISOString(),
    modifiedBy: token?.account.technicalAccountId ?? '',
  })
  return context.assets.find(assetId) ?? asset
}

/** What AEM writes along with a change. */
function touch(metadataText: string, now: number): string {
  const date = JSON.stringify(new Date(now).toISOString())
  const touched = applyPatch(metadataText, `[{"op":"set","path":"/xmp:MetadataDate","value":${date}}]`, [
    'pointer',
  ])
  return touched.ok ? touched.text : metadataText
}
