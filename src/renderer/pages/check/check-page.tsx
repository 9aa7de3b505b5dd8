import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import type { TextFieldRef } from '@react-spectrum/s2/TextField'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { SecretSlot } from '../../../shared/check'
import type { Connection } from '../../../shared/connections'
import { outcomeOf } from '../../../words/check/check-outcome'
import { subjectOf } from '../../../words/check/finding-subject'
import { FailureNotice } from '../../components/failure/failure-notice'
import { CheckForm } from '../../features/check/check-form'
import { CheckIntro } from '../../features/check/check-intro'
import {
  type CheckAsk,
  type CheckRun,
  onlyReading,
  useCancelCheck,
  useCheckRun,
  useRunCheck,
} from '../../features/check/check-queries'
import { OwnFixes } from '../../features/check/own-fix'
import { RepeatSwitch } from '../../features/check/repeat-switch'
import { RightsSection } from '../../features/check/rights/rights-section'
import { AllowChangesButton, UpdateTest } from '../../features/check/rights/update-test'
import { RunningStep, StepList } from '../../features/check/steps/step-list'
import { TokenSection } from '../../features/check/token/token-section'
import { OwnFixButton } from '../../features/connections/own-fix-button'
import { keptQuery, readBefore } from '../../features/kept/kept-queries'
import { AssetPicks } from './asset-picks'
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
  onSettings: () => void
  /** To where the connection's settings allow changes. */
  onAllowChanges: () => void
}

/** The check of one connection: its steps, its token, its rights, its report. */
export function CheckPage(props: CheckPageProps) {
  const { connection, connections, lastAsset, onSettings, onAllowChanges } = props
  const [chosenSecret, setSecret] = useState<SecretSlot>('current')
  const hasTwoSecrets = connection.secondSecret !== null
  const checked = {
    connectionId: connection.id,
    secretSlot: hasTwoSecrets ? chosenSecret : 'current',
  } as const
  const run = useCheckRun(checked)
  const runCheck = useRunCheck()
  const cancelCheck = useCancelCheck()
  const [typed, setTyped] = useState<Partial<CheckAsk>>({})
  const { data: read } = useQuery({ ...keptQuery(), select: (kept) => readBefore(kept, connection)[0] })
  const ask = { ...(run.ask ?? onlyReading(lastAsset || (read?.assetId ?? ''))), ...typed }
  const assetField = useRef<TextFieldRef>(null)
  const isRunning = run.state === 'running'
  const isEnded = run.state === 'done' || run.state === 'cancelled'
  const subject = subjectOf(connection, run.report, connections)
  function change(part: Partial<CheckAsk>) {
    setTyped((parts) => ({ ...parts, ...part }))
  }
  function checkWith(part: Partial<CheckAsk>) {
    change(part)
    void runCheck(checked, { ...ask, ...part })
  }
  function check() {
    checkWith({})
  }
  function cancel() {
    return cancelCheck(checked)
  }
  return (
    <div className={page}>
      <div className={column}>
        <CheckForm
          {...{ assetField, isRunning }}
          asset={ask.asset}
          problem={problemOf(run, ask, 'asset')}
          secretSlot={hasTwoSecrets ? chosenSecret : null}
          onAsset={(asset) => change({ asset })}
          onSecret={setSecret}
          onCheck={check}
          onCancel={cancel}
        >
          {ask.asset === '' ? (
            <AssetPicks connection={connection} onPick={(asset) => change({ asset })} />
          ) : null}
          <UpdateTest
            connection={connection}
            isIncluded={ask.withUpdate}
            confirmedName={ask.confirmedName}
            problem={problemOf(run, ask, 'confirmedName')}
            onInclude={(withUpdate) => change({ withUpdate })}
            onConfirm={(confirmedName) => change({ confirmedName })}
            onAllowChanges={onAllowChanges}
          />
        </CheckForm>
        {run.state === 'none' ? (
          <>
            <LastChecks connectionId={connection.id} />
            <CheckIntro />
          </>
        ) : null}
        {run.error && run.error.kind !== 'input' ? <FailureNotice error={run.error} onRetry={check} /> : null}
        {isRunning ? <RunningStep steps={run.steps} /> : null}
        {isEnded ? (
          <CheckSummary
            run={run}
            onEnterAsset={() => assetField.current?.focus()}
            onIncludeUpdate={() => checkWith({ withUpdate: true })}
            onAllowChanges={onAllowChanges}
          />
        ) : null}
        <RepeatSwitch
          subject={checked}
          run={run}
          ask={ask}
          hasFailed={outcomeOf(run.report?.steps ?? []).kind === 'red'}
        />
        {isRunning || isEnded ? (
          <OwnFixes
            value={(finding) =>
              finding === 'changes-locked' ? (
                <AllowChangesButton onAllowChanges={onAllowChanges} />
              ) : (
                <OwnFixButton error={finding} {...{ connection, onSettings }} onFixed={check} />
              )
            }
          >
            <StepList steps={run.steps} subject={subject} at={run.report?.finishedAt ?? ''} />
          </OwnFixes>
        ) : null}
        {isEnded && run.report?.token ? (
          <TokenSection
            token={run.report.token}
            connectionId={checked.secretSlot === 'current' ? connection.id : null}
          />
        ) : null}
        {isRunning ? null : (
          <RightsSection report={run.state === 'done' ? run.report : null} subject={subject} />
        )}
      </div>
    </div>
  )
}

/** The main process's problem with a field, until it is edited. */
function problemOf({ error, ask: asked }: CheckRun, ask: CheckAsk, of: 'asset' | 'confirmedName') {
  return error?.kind === 'input' && asked?.[of] === ask[of]
    ? error.problems.find(({ field }) => field === of)
    : undefined
}
