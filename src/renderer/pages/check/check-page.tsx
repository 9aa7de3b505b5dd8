import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useState } from 'react'
import type { SecretSlot } from '../../../shared/check'
import type { Connection } from '../../../shared/connections'
import { subjectOf } from '../../../words/check/finding-subject'
import { FailureNotice } from '../../components/failure/failure-notice'
import { CheckForm } from '../../features/check/check-form'
import { CheckIntro } from '../../features/check/check-intro'
import { type CheckRun, useCancelCheck, useCheckRun, useRunCheck } from '../../features/check/check-queries'
import { RightsSection } from '../../features/check/rights/rights-section'
import { RunningStep, StepList } from '../../features/check/steps/step-list'
import { TokenSection } from '../../features/check/token/token-section'
import { CheckSummary } from './check-summary'
import { LastChecks } from './last-checks'

const page = style({ flexGrow: 1, minHeight: 0, overflowY: 'auto', paddingX: 24, paddingY: 16 })
const column = style({ display: 'flex', flexDirection: 'column', rowGap: 20, maxWidth: 860 })

export type CheckPageProps = {
  connection: Connection
  /** All of them: others may use the same client ID. */
  connections: readonly Connection[]
  /** The asset that was last requested on this connection. */
  lastAsset: string
}

/** The check of one connection: its steps, its token, its rights, its report. */
export function CheckPage({ connection, connections, lastAsset }: CheckPageProps) {
  const [chosenSecret, setSecret] = useState<SecretSlot>('current')
  const hasTwoSecrets = connection.secondSecret !== null
  const checked = {
    connectionId: connection.id,
    secretSlot: hasTwoSecrets ? chosenSecret : 'current',
  } as const
  const run = useCheckRun(checked)
  const runCheck = useRunCheck()
  const cancelCheck = useCancelCheck()
  const [typed, setTyped] = useState<string | null>(null)
  const asset = typed ?? run.asset ?? lastAsset
  const problem = assetProblem(run, asset)
  const isRunning = run.state === 'running'
  const isEnded = run.state === 'done' || run.state === 'cancelled'
  const subject = subjectOf(connection, run.report, connections)
  function check() {
    return void runCheck(checked, asset)
  }
  function cancel() {
    return cancelCheck(checked)
  }
  return (
    <div className={page}>
      <div className={column}>
        <CheckForm
          {...{ asset, problem, isRunning }}
          secretSlot={hasTwoSecrets ? chosenSecret : null}
          onAsset={setTyped}
          onSecret={setSecret}
          onCheck={check}
          onCancel={cancel}
        />
        {run.state === 'none' ? (
          <>
            <LastChecks connectionId={connection.id} />
            <CheckIntro />
          </>
        ) : null}
        {run.error && run.error.kind !== 'input' ? <FailureNotice error={run.error} onRetry={check} /> : null}
        {isRunning ? <RunningStep steps={run.steps} /> : null}
        {isEnded ? <CheckSummary run={run} /> : null}
        {isRunning || isEnded ? (
          <StepList steps={run.steps} subject={subject} at={run.report?.finishedAt ?? ''} />
        ) : null}
        {isEnded && run.report?.token ? (
          <TokenSection
            token={run.report.token}
            connectionId={checked.secretSlot === 'current' ? connection.id : null}
          />
        ) : null}
        {checked.secretSlot === 'current' && !isRunning ? (
          <RightsSection key={connection.id} {...{ connection, asset, subject }} />
        ) : null}
      </div>
    </div>
  )
}

/** The main process's problem with the asset, until the field is edited. */
function assetProblem({ error, asset: asked }: CheckRun, asset: string) {
  return error?.kind === 'input' && asked === asset
    ? error.problems.find(({ field }) => field === 'asset')
    : undefined
}
