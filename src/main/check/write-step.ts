import type { RightsMatrix } from '../../shared/check'
import type { AccessTokens } from '../calls/access-tokens'
import type { Clock } from '../calls/clock'
import type { SendHttp } from '../calls/http'
import type { WritePass } from '../edit/write-lock'
import type { MetadataTarget } from '../metadata/metadata-request'
import { probeRights } from './rights'
import { fact, type StepOutcome, type StepRecorder } from './step-recorder'

/** The update test on an asset that was read. Changes no data; null where it could not be run. */
export async function runWriteStep(
  collaborators: { http: SendHttp; tokens: AccessTokens; clock: Clock },
  { target, pass }: { target: MetadataTarget; pass: WritePass },
  signal: AbortSignal,
  steps: StepRecorder,
): Promise<RightsMatrix | null> {
  return steps.run('write', async () => {
    const value = await probeRights(collaborators, target, pass, signal)
    return { value, ...judgeUpdate(value) }
  })
}

/** A refusal is amber, not red: a credential that may only read is as it should be for many. */
function judgeUpdate({ rows }: RightsMatrix): StepOutcome {
  const update = rows.find(({ right }) => right === 'update')
  const evidence = update?.evidence ?? null
  const amber = update?.error ? [update.error] : []
  switch (update?.state) {
    case 'allowed':
    case 'not-refused':
      return { facts: [fact('update-not-refused')], evidence }
    case 'refused':
      return { amber, evidence }
    case 'not-tried':
      return { isUnproven: true, facts: [fact('changes-locked')] }
    default:
      return { isUnproven: true, amber, evidence }
  }
}
