import { Badge } from '@react-spectrum/s2/Badge'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { TextField } from '@react-spectrum/s2/TextField'
import { memo } from 'react'
import { checkSteps } from '../../../../shared/check'
import type { Connection, Environment } from '../../../../shared/connections'
import type { CheckStep } from '../../../../shared/failure-signal'
import type { AppError } from '../../../../shared/result'
import { numberOfStep } from '../../../../words/check/check-outcome'
import messages from '../../../../words/check/messages/en.json'
import { describeError, describeField } from '../../../../words/failure/describe-failure'
import failureMessages from '../../../../words/failure/messages/en.json'
import { EnvironmentMark } from '../../../components/environment-mark'
import { problemProps } from '../../../components/problem-props'
import { cell, TableFrame, table } from '../../../components/table'
import { useMessages } from '../../../language/messages'
import type { ColumnChoice } from './check-columns'
import type { Column } from './comparison'
import { ComparisonCell } from './comparison-cell'

/** Stays in sight while the columns are scrolled under it. */
const rowHead = style<{ isDifferent: boolean }>({
  position: 'sticky',
  insetStart: 0,
  zIndex: 1,
  backgroundColor: { default: 'layer-2', isDifferent: 'notice-subtle' },
  textAlign: 'start',
  verticalAlign: 'top',
  fontWeight: 'medium',
  paddingX: 12,
  paddingY: 8,
  minWidth: 180,
  maxWidth: 240,
  borderStyle: 'solid',
  borderColor: 'gray-200',
  borderTopWidth: 1,
  borderBottomWidth: 0,
  borderStartWidth: 0,
  borderEndWidth: 1,
})
const headName = style({ font: 'title-sm', margin: 0, overflowWrap: 'anywhere', maxWidth: 280 })
const marks = style({ display: 'flex', flexDirection: 'column', rowGap: 4, alignItems: 'start' })
const stack = style({ display: 'flex', flexDirection: 'column', rowGap: 4, alignItems: 'start' })

export type ComparedColumn = Column & { choice: ColumnChoice; connection: Connection; asset: string }

export type ComparisonTableProps = {
  columns: readonly ComparedColumn[]
  connections: readonly Connection[]
  differing: ReadonlySet<CheckStep>
  /** Called functions never change, so that a column draws only itself. */
  onAsset: (key: string, asset: string) => void
  onOpen: (connectionId: string) => void
}

/** A column for each connection, a row for each step. */
export function ComparisonTable(props: ComparisonTableProps) {
  const { columns, connections, differing, onAsset, onOpen } = props
  const say = useMessages(messages)
  return (
    <TableFrame label={say('all.table')}>
      <table className={table({})}>
        <thead>
          <tr>
            <th scope="col" className={rowHead({ isDifferent: false })}>
              {say('all.step')}
            </th>
            {columns.map(({ key, name, connection }) => (
              <th key={key} scope="col" className={cell({ isFramed: true, isWide: true })}>
                <ColumnHead name={name} environment={connection.environment} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row" className={rowHead({ isDifferent: false })}>
              {say('all.asset')}
            </th>
            {columns.map(({ key, name, asset, run }) => (
              <td key={key} className={cell({ isFramed: true, isWide: true })}>
                <AssetField
                  column={key}
                  sent={run.ask?.asset ?? null}
                  error={run.error}
                  {...{ name, asset, onAsset }}
                />
              </td>
            ))}
          </tr>
          {checkSteps.map((step) => {
            const isDifferent = differing.has(step)
            return (
              <tr key={step}>
                <th scope="row" className={rowHead({ isDifferent })}>
                  <span className={marks}>
                    {say('step.numbered', { number: numberOfStep(step), name: say(`step.${step}`) })}
                    {isDifferent ? (
                      <Badge size="S" variant="notice" fillStyle="outline">
                        {say('all.difference')}
                      </Badge>
                    ) : null}
                  </span>
                </th>
                {columns.map(({ key, name, run, connection }) => (
                  <td key={key} className={cell({ isFramed: true, isWide: true, isMarked: isDifferent })}>
                    <ComparisonCell
                      {...{ step, name, connection, connections, onOpen }}
                      result={run.steps.find((result) => result.step === step) ?? null}
                      report={run.report}
                    />
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </TableFrame>
  )
}

const ColumnHead = memo(({ name, environment }: { name: string; environment: Environment }) => (
  <span className={stack}>
    <bdi className={headName}>{name}</bdi>
    <EnvironmentMark environment={environment} />
  </span>
))

type AssetFieldProps = {
  column: string
  name: string
  asset: string
  /** The asset of the latest run. */
  sent: string | null
  error: AppError | null
  onAsset: (column: string, asset: string) => void
}

const AssetField = memo(({ column, name, asset, sent, error: thrown, onAsset }: AssetFieldProps) => {
  const say = useMessages(messages)
  const sayFailure = useMessages(failureMessages)
  const problem =
    thrown?.kind === 'input' && sent === asset
      ? thrown.problems.find(({ field }) => field === 'asset')
      : undefined
  const error = thrown && !problem ? describeError(sayFailure, thrown).cause : undefined
  const message = problem ? describeField(sayFailure, problem) : error
  return (
    <TextField
      aria-label={say('all.asset.of', { name })}
      placeholder="urn:aaid:aem:…"
      size="S"
      value={asset}
      onChange={(typed) => onAsset(column, typed)}
      {...problemProps(message)}
      autoComplete="off"
      spellCheck="false"
      styles={style({ width: 'full' })}
    />
  )
})
