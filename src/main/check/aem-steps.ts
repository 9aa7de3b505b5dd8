import { failureCatalogue } from '../../shared/failure-catalogue'
import type { CheckStep } from '../../shared/failure-signal'
import type { Evidence } from '../../shared/result'
import type { Clock } from '../calls/clock'
import { type Asked, evidenceOf } from '../calls/diagnose'
import type { HttpAnswer, SendHttp } from '../calls/http'
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

const aemStepOrder: readonly CheckStep[] = ['aem', 'allow-list', 'read']

/**
 * The steps that one metadata request answers: is AEM there, does it let the client ID in, does it show the asset.
 *
 * AEM checks in that order, so a refusal at one of them proves the ones before it.
 */
export async function runAemSteps(check: AemCheck, steps: StepRecorder): Promise<void> {
  let seen: AemAnswer | null = null
  const reached = await steps.run('aem', async () => {
    seen = await askAem(check)
    return outcomeAt('aem', seen)
  })
  const answer = seen as AemAnswer | null
  if (!reached || answer === null) {
    steps.skip('allow-list', 'not-reached')
    steps.skip('read', 'not-reached')
    return
  }
  if (!(await steps.run('allow-list', async () => outcomeAt('allow-list', answer)))) {
    steps.skip('read', 'not-reached')
    return
  }
  if (check.assetId === null && answer.failure?.step !== 'read') steps.skip('read', 'no-asset-given')
  else if (check.assetId === null && answer.isAbsence) steps.skip('read', 'no-asset-given')
  else await steps.run('read', async () => outcomeAt('read', answer))
}

type AemAnswer = {
  status: number
  durationMs: number
  bytes: number
  evidence: Evidence
  failure: { step: CheckStep; error: Failure } | null
  /** AEM says that there is no such asset. */
  isAbsence: boolean
}

async function askAem(check: AemCheck): Promise<AemAnswer> {
  const target = { ...check.target, assetId: check.assetId ?? nilAssetId }
  const asked = describeMetadataRequest(target, check.clock.now())
  const answer = await sendMetadataRequest(
    check.http,
    asked,
    { grant: check.grant, clientId: target.need.clientId, etag: null },
    check.signal,
    () => undefined,
  )
  return {
    ...describeAnswer(asked, answer),
    ...judge(() => understandMetadata(asked, answer, target, check.clock)),
  }
}

function describeAnswer(asked: Asked, answer: HttpAnswer) {
  return {
    status: answer.status,
    durationMs: Math.round(answer.durationMs),
    bytes: answer.body.length,
    // The metadata itself is no evidence, and none of a report's business.
    evidence: evidenceOf(asked, answer, ''),
  }
}

function judge(understand: () => unknown): Pick<AemAnswer, 'failure' | 'isAbsence'> {
  try {
    understand()
    return { failure: null, isAbsence: false }
  } catch (thrown) {
    if (!(thrown instanceof Failure) || thrown.error.kind !== 'failure') throw thrown
    const { cause } = thrown.error
    return {
      failure: { step: failureCatalogue[cause].step, error: thrown },
      isAbsence: cause === 'aem-asset-not-found',
    }
  }
}

function outcomeAt(step: CheckStep, answer: AemAnswer): StepOutcome {
  const { failure, status, durationMs, bytes, evidence } = answer
  const failsAt = failure === null ? -1 : aemStepOrder.indexOf(failure.step)
  const isHere = failure !== null && (failure.step === step || (step === 'aem' && failsAt === -1))
  if (isHere) throw failure.error
  if (step === 'aem') return { facts: [fact('aem-answered', { status, durationMs })], evidence }
  if (step === 'allow-list') return { facts: [fact('client-let-in')], evidence }
  return { facts: [fact('asset-read', { bytes, durationMs })], evidence }
}
