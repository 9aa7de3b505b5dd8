import { Button } from '@react-spectrum/s2/Button'
import { Checkbox } from '@react-spectrum/s2/Checkbox'
import { CheckboxGroup } from '@react-spectrum/s2/CheckboxGroup'
import { ProgressBar } from '@react-spectrum/s2/ProgressBar'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { memo, useMemo, useState } from 'react'
import type { Connection } from '../../../shared/connections'
import { EnvironmentMark } from '../../components/environment-mark'
import { useShortcuts } from '../../components/shortcuts'
import { useStableCallback } from '../../components/use-stable-callback'
import { useCheckLanguage } from '../../features/check/check-language'
import {
  type CheckRun,
  onlyReading,
  useCancelCheck,
  useCheckRuns,
  useRunCheck,
} from '../../features/check/check-queries'
import {
  type ColumnChoice,
  choicesOf,
  preselect,
  subjectOfChoice,
} from '../../features/check/comparison/check-columns'
import { differingSteps, findDifferences } from '../../features/check/comparison/comparison'
import { type ComparedColumn, ComparisonTable } from '../../features/check/comparison/comparison-table'
import { DifferenceList } from '../../features/check/comparison/difference-list'
import { SaveReport } from '../../features/check/report/save-report'

const header = style({ flexShrink: 0, paddingX: 24, paddingTop: 16, paddingBottom: 8 })
const title = style({ font: 'heading', margin: 0 })
const intro = style({ font: 'body-sm', marginTop: 4, marginBottom: 0 })
const page = style({
  display: 'flex',
  flexDirection: 'column',
  rowGap: 20,
  flexGrow: 1,
  minHeight: 0,
  minWidth: 0,
  overflowY: 'auto',
  paddingX: 24,
  paddingY: 16,
})
const choiceWords = style({
  display: 'inline-flex',
  columnGap: 12,
  alignItems: 'baseline',
  overflowWrap: 'anywhere',
})
const buttons = style({ display: 'flex', alignItems: 'center', columnGap: 16, flexShrink: 0 })

export type CheckAllPageProps = {
  connections: readonly Connection[]
  lastAssetOf: (connection: Connection) => string
  onOpen: (connectionId: string) => void
}

/** Checks of several connections side by side, and in what they differ. */
export function CheckAllPage({ connections, lastAssetOf, onOpen }: CheckAllPageProps) {
  const language = useCheckLanguage()
  const { say } = language
  const choices = useMemo(() => choicesOf(connections), [connections])
  const [chosen, setChosen] = useState<readonly string[]>(() => preselect(choices))
  const [assets, setAssets] = useState<Readonly<Record<string, string>>>({})
  const shown = choices.filter(({ key }) => chosen.includes(key))
  const runs = useCheckRuns(shown.map(subjectOfChoice))
  const runCheck = useRunCheck()
  const cancelCheck = useCancelCheck()

  const nameOf = useChoiceName()
  const open = useStableCallback(onOpen)
  const setAsset = useStableCallback((key: string, asset: string) =>
    setAssets((all) => ({ ...all, [key]: asset })),
  )
  const columns = shown.map((choice, index): ComparedColumn => {
    const run = runs[index] ?? noRun
    const { key, connection } = choice
    const asset = assets[key] ?? run.ask?.asset ?? lastAssetOf(connection)
    return { key, choice, connection, name: nameOf(choice), run, asset }
  })
  const running = columns.filter(({ run }) => run.state === 'running')
  const reports = columns.flatMap(({ run }) => (run.state === 'done' && run.report ? [run.report] : []))
  function check() {
    for (const { choice, asset } of columns) void runCheck(subjectOfChoice(choice), onlyReading(asset))
  }
  function cancel() {
    for (const { choice } of running) cancelCheck(subjectOfChoice(choice))
  }
  useShortcuts({ 'mod+enter': check, ...(running.length > 0 ? { escape: cancel } : {}) })
  return (
    <>
      <header className={header}>
        <h1 className={title}>{say('all.heading')}</h1>
        <p className={intro}>{say('all.words')}</p>
      </header>
      <div className={page}>
        <ColumnChoices {...{ choices, chosen }} isNone={shown.length === 0} onChoose={setChosen} />
        <div className={buttons}>
          {running.length > 0 ? (
            <>
              <Button variant="secondary" onPress={cancel}>
                {say('cancel')}
              </Button>
              <ProgressBar
                size="S"
                label={say('all.running', { done: columns.length - running.length, all: columns.length })}
                value={columns.length - running.length}
                maxValue={columns.length}
                valueLabel=""
                styles={style({ width: 320 })}
              />
            </>
          ) : (
            <Button variant="accent" onPress={check} isDisabled={shown.length === 0}>
              {say('all.check')}
            </Button>
          )}
        </div>
        {shown.length === 0 ? null : (
          <ComparisonTable
            {...{ columns, connections }}
            differing={differingSteps(columns)}
            onAsset={setAsset}
            onOpen={open}
          />
        )}
        {reports.length > 1 && running.length === 0 ? (
          <DifferenceList differences={findDifferences(language, columns)} />
        ) : null}
        {reports.length > 0 && running.length === 0 ? <SaveReport reports={reports} /> : null}
      </div>
    </>
  )
}

const noRun: CheckRun = { state: 'none', steps: [], ask: null, report: null, error: null }

function useChoiceName() {
  const { say } = useCheckLanguage()
  return ({ connection, secretSlot }: ColumnChoice) =>
    secretSlot === 'current' ? connection.name : say('all.second-secret', { name: connection.name })
}

type ColumnChoicesProps = {
  choices: readonly ColumnChoice[]
  chosen: readonly string[]
  isNone: boolean
  onChoose: (keys: string[]) => void
}

/** Memoized: the steps of running checks draw no boxes. */
const ColumnChoices = memo(({ choices, chosen, isNone, onChoose }: ColumnChoicesProps) => {
  const { say } = useCheckLanguage()
  const nameOf = useChoiceName()
  return (
    <CheckboxGroup
      label={say('all.choose')}
      orientation="horizontal"
      value={[...chosen]}
      onChange={onChoose}
      isInvalid={isNone}
      errorMessage={say('all.few')}
    >
      {choices.map((choice) => (
        <Checkbox key={choice.key} value={choice.key}>
          <span className={choiceWords}>
            <bdi>{nameOf(choice)}</bdi>
            <EnvironmentMark environment={choice.connection.environment} />
          </span>
        </Checkbox>
      ))}
    </CheckboxGroup>
  )
})
