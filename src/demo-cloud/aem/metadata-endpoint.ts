import { jsonTextReply, type Reply } from '../http/replies'
import type { AemRequest } from './aem-request'
import type { StoredAsset } from './asset-store'
import { matchesAny, matchesStrongly } from './entity-tags'
import { refuseWithoutRight } from './gate'
import { applyPatch } from './json-patch'
import { guessedDetails } from './problems'

const patchType = 'application/json-patch+json'

/** `GET /adobe/assets/{assetId}/metadata` (Assets Author API, getAssetMetadata). */
export function readMetadata(request: AemRequest, asset: StoredAsset): Reply {
  const { exchange, context } = request
  if (matchesAny(exchange.headers['if-none-match'], asset.etag))
    return { status: 304, headers: { etag: asset.etag } }
  return jsonTextReply(200, context.assets.envelope(asset), { etag: asset.etag })
}

/**
 * `PATCH /adobe/assets/{assetId}/metadata` (Assets Author API, patchAssetMetadata): JSON Patch under `If-Match`. The codes for a
 * missing `If-Match`, and for a patch that cannot be applied, are those of AEM's sibling specifications; see the switches.
 */
export function patchMetadata(request: AemRequest, asset: StoredAsset): Reply {
  const { exchange, context, problem, token } = request
  const { switches } = context
  const noRight = refuseWithoutRight(request, 'update')
  if (noRight !== null && switches.rightsBeforePrecondition) return noRight

  const contentType = exchange.headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  if (contentType !== patchType) {
    return problem('unsupported_media_type', `Send the patch as ${patchType}.`, {
      headers: { 'accept-patch': patchType },
    })
  }
  const ifMatch = exchange.headers['if-match']
  if (ifMatch === undefined && switches.missingIfMatchStatus !== null) {
    return problem('precondition_required', guessedDetails.noIfMatch, {
      status: switches.missingIfMatchStatus,
    })
  }
  if (ifMatch !== undefined && !matchesStrongly(ifMatch, asset.etag)) {
    return problem('precondition_failed', guessedDetails.etagConflict)
  }
  if (noRight !== null) return noRight

  const outcome = applyPatch(asset.metadataText, exchange.body)
  if (!outcome.ok) {
    return outcome.reason === 'malformed'
      ? problem('bad_request', outcome.detail)
      : problem('unprocessable_content', outcome.detail, { status: switches.unpatchableStatus })
  }
  const { assetId } = asset.seed
  context.assets.change(assetId, {
    metadataText: outcome.text,
    modified: new Date(Math.max(context.now(), Date.parse(asset.modified) + 1)).toISOString(),
    modifiedBy: token?.account.technicalAccountId ?? '',
  })
  const changed = context.assets.find(assetId) ?? asset
  return switches.patchedStatus === 204
    ? { status: 204, headers: { etag: changed.etag } }
    : jsonTextReply(200, context.assets.envelope(changed), { etag: changed.etag })
}
