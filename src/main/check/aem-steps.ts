import { type AssetNames, findAssetNames } from '../../shared/asset-names'
import { failureCatalogue } from '../../shared/failure-catalogue'
import type { MetadataReading } from '../../shared/metadata'
import type { AppError, Evidence } from '../../shared/result'
import type { Clock } from '../calls/clock'
import { evidenceOf } from '../calls/diagnose'
import type { SendHttp } from '../calls/http'
import type { TokenGrant } from '../calls/ims'
import type { ConnectionAccess } from '../connections/connection-access'
import { Failure } from '../failures/failure'
import {
  describeMetadataRequest,
  sendMetadataRequest,
  understandMetadata,
} from '../metadata/metadata-request'
import { fact, type StepOutcome, type StepRecorder } from './step-recorder'

/** No asset has the nil UUID: AEM's answer to it tells all but the asset itself. */
const nilAssetId = 'urn:aaid:aem:00000000-0000-0000-0000-000000000000'

type AemCheck = {
  http: SendHttp
  clock: Clock
  target: ConnectionAccess
  assetId: string | null
  grant: TokenGrant
  signal: AbortSignal
}

/**
 * The steps that one metadata request answers: does AEM answer, does it let the client ID in, does it show the asset.
 *
 * In which order AEM asks for token, API key, scopes, allow-list and rights is not documented; a public client saw scopes
 * refused before the allow-list. So a refusal proves nothing but itself, and an absent asset nothing at all: only metadata
 * proves that everything on the way to it holds. Returns the names of the asset; null where it was not read.
 */
export async function runAemSteps(check: AemCheck, steps: StepRecorder): Promise<AssetNames | null> {
  const answer = await steps.run('aem', async () => {
    const value = await askAem(check)
    const { failure, status, durationMs, evidence } = value
    if (failure !== null && stepOf(failure) === 'aem') throw failure
    return { value, facts: [fact('aem-answered', { status, durationMs })], evidence }
  })
  if (answer === null) return null
  steps.decide('allow-list', judgeAllowList(answer))
  if (answer.failure === null || stepOf(answer.failure) === 'read')
    steps.decide('read', judgeReading(answer, check))
  return check.assetId === null ? null : answer.names
}

function judgeAllowList({ failure, evidence }: AemAnswer): StepOutcome {
  if (failure === null) return { facts: [fact('client-let-in')], evidence }
  return stepOf(failure) === 'allow-list'
    ? { red: [failure.error], evidence }
    : { isUnproven: true, facts: [fact('allow-list-not-proven')], evidence }
}

function judgeReading(
  { failure, bytes, durationMs, evidence }: AemAnswer,
  { assetId }: AemCheck,
): StepOutcome {
  if (failure !== null && !(assetId === null && isAbsence(failure))) return { red: [failure.error], evidence }
  if (assetId === null) return { isUnproven: true, facts: [fact('no-asset-given')], evidence }
  return { facts: [fact('asset-read', { bytes, durationMs })], evidence }
}

/** What breaks the way to AEM shows at the first of these steps as well. */
function stepOf({ error }: AemFailure): 'aem' | 'allow-list' | 'read' {
  const { step } = failureCatalogue[error.cause]
  return step === 'allow-list' || step === 'read' ? step : 'aem'
}

function isAbsence({ error }: AemFailure): boolean {
  return error.cause === 'aem-asset-not-found'
}

type AemFailure = Failure & { error: Extract<AppError, { kind: 'failure' }> }

type AemAnswer = {
  status: number
  durationMs: number
  bytes: number
  evidence: Evidence
  /** Why the answer is not the metadata; null when it is. */
  failure: AemFailure | null
  names: AssetNames | null
}

async function askAem({ http, clock, target, assetId, grant, signal }: AemCheck): Promise<AemAnswer> {
  const subject = { ...target, assetId: assetId ?? nilAssetId }
  const asked = describeMetadataRequest(subject, clock.now())
  const request = { grant, clientId: target.need.clientId, etag: null }
  const answer = await sendMetadataRequest(http, asked, request, signal, () => undefined)
  return {
    status: answer.status,
    durationMs: Math.round(answer.durationMs),
    bytes: answer.body.length,
    // The metadata itself is no evidence, and none of a report's business.
    evidence: evidenceOf(asked, answer, ''),
    ...readNames(() => understandMetadata(asked, answer, subject, clock)),
  }
}

function readNames(
  understand: () => Pick<MetadataReading, 'text' | 'rows'>,
): Pick<AemAnswer, 'failure' | 'names'> {
  try {
    const { text, rows } = understand()
    return { failure: null, names: findAssetNames(text, rows) }
  } catch (thrown) {
    if (isAemFailure(thrown)) return { failure: thrown, names: null }
    throw thrown
  }
}

function isAemFailure(thrown: unknown): thrown is AemFailure {
  return thrown instanceof Failure && thrown.error.kind === 'failure'
}
