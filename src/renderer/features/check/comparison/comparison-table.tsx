import { Badge } from '@react-spectrum/s2/Badge'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { TextField } from '@react-spectrum/s2/TextField'
import { checkSteps } from '../../../../shared/check'
import type { Connection } from '../../../../shared/connections'
import { numberOfStep } from '../../../../words/check/check-outcome'
import { subjectOf } from '../../../../words/check/finding-subject'
import messages from '../../../../words/check/messages/en.json'
import { describeError, describeField } from '../../../../words/failure/describe-failure'
import failureMessages from '../../../../words/failure/messages/en.json'
import { EnvironmentMark } from '../../../components/environment-mark'
import { cell, TableFrame, table } from '../../../components/table'
import { useMessages } from '../../../language/messages'
import type { ColumnChoice } from './check-columns'
import type { Column, Difference } from './comparison'
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
  differences: readonly Difference[]
  onAsset: (key: string, asset: string) => void
  onOpen: (connectionId: string) => void
}

/** A column for each connection, a row for each step. */
export function ComparisonTable(props: ComparisonTableProps) {
  const { columns, connections, differences, onAsset, onOpen } = props
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
                <span className={stack}>
                  <bdi className={headName}>{name}</bdi>
                  <EnvironmentMark environment={connection.environment} />
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row" className={rowHead({ isDifferent: false })}>
              {say('all.asset')}
            </th>
            {columns.map((column) => (
              <td key={column.key} className={cell({ isFramed: true, isWide: true })}>
                <AssetField column={column} onAsset={(asset) => onAsset(column.key, asset)} />
              </td>
            ))}
          </tr>
          {checkSteps.map((step) => {
            const isDifferent = differences.some((difference) => difference.step === step)
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
                      {...{ step, name }}
                      result={run.steps.find((result) => result.step === step) ?? null}
                      subject={subjectOf(connection, run.report, connections)}
                      at={run.report?.finishedAt ?? ''}
                      onOpen={() => onOpen(connection.id)}
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

function AssetField({ column, onAsset }: { column: ComparedColumn; onAsset: (asset: string) => void }) {
  const say = useMessages(messages)
  const sayFailure = useMessages(failureMessages)
  const { name, asset, run } = column
  const problem =
    run.error?.kind === 'input' && run.asset === asset
      ? run.error.problems.find(({ field }) => field === 'asset')
      : undefined
  const error = run.error && !problem ? describeError(sayFailure, run.error).cause : undefined
  const message = problem ? describeField(sayFailure, problem) : error
  return (
    <TextField
      aria-label={say('all.asset.of', { name })}
      placeholder="urn:aaid:aem:…"
      size="S"
      value={asset}
      onChange={onAsset}
      isInvalid={message !== undefined}
      errorMessage={message}
      validationBehavior="aria"
      autoComplete="off"
      spellCheck="false"
      styles={style({ width: 'full' })}
    />
  )
}
