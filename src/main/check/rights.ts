import type { RightsMatrix } from '../../shared/check'
import type { AccessTokens } from '../calls/access-tokens'
import type { Clock } from '../calls/clock'
import { evidenceOf } from '../calls/diagnose'
import type { SendHttp } from '../calls/http'
import type { TokenGrant } from '../calls/ims'
import type { WritePass } from '../edit/write-lock'
import {
  describeMetadataRequest,
  type MetadataTarget,
  sendMetadataRequest,
  understandMetadata,
} from '../metadata/metadata-request'
import { probeUpdate } from './probe-update'
import { type RightsRow, rightsRow, rowOfRefusal } from './rights-row'

type Collaborators = { http: SendHttp; tokens: AccessTokens; clock: Clock }

/**
 * Finds out what the technical account may do with an asset, without changing it: reading is tried, changing as
 * `probe-update.ts` tells. For creating and deleting there is no request that could not change data, so none is sent.
 *
 * Throws the `Failure` of the token or the keychain, or the signal's reason.
 */
export async function probeRights(
  collaborators: Collaborators,
  target: MetadataTarget,
  /** null where only reading is tried. */
  pass: WritePass | null,
  signal: AbortSignal,
): Promise<RightsMatrix> {
  const { tokens, clock } = collaborators
  const grant = await tokens.obtain(target.need, signal)
  const { row: read, etag } = await tryReading(collaborators, target, grant, signal)
  const hasRead = read.state === 'allowed'
  const update =
    pass === null
      ? rightsRow('update', 'not-tried', 'not-asked-for')
      : await probeUpdate(collaborators, { target, grant, etag, hasRead, pass }, signal)
  return {
    assetId: target.assetId,
    probedAt: new Date(clock.now()).toISOString(),
    rows: [
      read,
      rightsRow('create', 'unproven', 'no-safe-probe'),
      update,
      rightsRow('delete', 'unproven', 'no-safe-probe'),
    ],
  }
}

async function tryReading(
  { http, clock }: Collaborators,
  target: MetadataTarget,
  grant: TokenGrant,
  signal: AbortSignal,
): Promise<{ row: RightsRow; etag: string | null }> {
  const asked = describeMetadataRequest(target, clock.now())
  const request = { grant, clientId: target.need.clientId, etag: null }
  try {
    const answer = await sendMetadataRequest(http, asked, request, signal, () => undefined)
    const { etag } = understandMetadata(asked, answer, target, clock)
    return {
      row: rightsRow('read', 'allowed', 'read-succeeded', { evidence: evidenceOf(asked, answer, '') }),
      etag,
    }
  } catch (thrown) {
    return { row: rowOfRefusal('read', thrown), etag: null }
  }
}
