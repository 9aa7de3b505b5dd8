import { Badge } from '@react-spectrum/s2/Badge'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { TextField } from '@react-spectrum/s2/TextField'
import type { Connection } from '../../../shared/connections'
import type { FieldProblem } from '../../../shared/result'
import { describeField } from '../../../words/failure/describe-failure'
import failureMessages from '../../../words/failure/messages/en.json'
import { isolate } from '../../../words/language/say-in'
import { EnvironmentMark } from '../../components/environment-mark'
import { FailureNotice } from '../../components/failure/failure-notice'
import { FixSteps, NoticeCard } from '../../components/notice-card'
import { problemProps } from '../../components/problem-props'
import { RequestProgress } from '../../components/progress/request-progress'
import { useFormats } from '../../language/formats'
import { useMessages } from '../../language/messages'
import { type AssetFacts, type FileRelation, factsOf, newestOf, relateFiles } from './comparison/asset-facts'
import messages from './messages/en.json'
import type { Column, ColumnState } from './use-columns'

const cards = style({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))',
  gap: 12,
  flexShrink: 0,
})
const card = style<{ isFailed: boolean }>({
  // A failure has much to say: it gets a line of its own.
  gridColumnStart: { isFailed: 1 },
  gridColumnEnd: { isFailed: -1 },
  display: 'flex',
  flexDirection: 'column',
  rowGap: 8,
  minWidth: 0,
  padding: 12,
  borderWidth: 1,
  borderStyle: 'solid',
  borderColor: 'gray-200',
  borderRadius: 'lg',
})
const head = style({ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: 12 })
const title = style({ font: 'title-sm', margin: 0, overflowWrap: 'anywhere', minWidth: 0 })
const fact = style({ font: 'ui-sm', margin: 0, overflowWrap: 'anywhere', userSelect: 'text' })
const dateLine = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 8,
  font: 'ui-sm',
})
const quiet = style({ font: 'ui-sm', margin: 0, color: 'neutral-subdued' })

export type ColumnCardsProps = {
  columns: readonly Column[]
  byHand: Readonly<Record<string, string>>
  problems: Readonly<Record<string, FieldProblem>>
  onByHand: (connectionId: string, text: string) => void
}

/** A card for each connection: what came of reading its asset, and what tells that asset from the others. */
export function ColumnCards({ columns, byHand, problems, onByHand }: ColumnCardsProps) {
  const say = useMessages(messages)
  const facts = columns.map(({ state }) => factsOfState(state))
  const files = relateFiles(facts)
  const newest = newestOf(facts)
  const base = facts.findIndex((one) => one !== null)
  return (
    <>
      <div className={cards}>
        {columns.map(({ connection, state, onRetry }, index) => (
          <section
            key={connection.id}
            className={card({ isFailed: hasNotice(state) })}
            aria-label={connection.name}
          >
            <div className={head}>
              <h2 className={title} dir="auto">
                {connection.name}
              </h2>
              <EnvironmentMark environment={connection.environment} />
            </div>
            {index === 0 ? null : (
              <AssetByHand
                connection={connection}
                text={byHand[connection.id] ?? ''}
                problem={problems[connection.id]}
                onText={(text) => onByHand(connection.id, text)}
              />
            )}
            <StateOfColumn {...{ state, onRetry }} />
            <Facts
              facts={facts[index] ?? null}
              file={files[index] ?? null}
              baseName={columns[base]?.connection.name ?? ''}
              isNewest={newest.has(index)}
            />
          </section>
        ))}
      </div>
      {newest.size > 0 ? <p className={quiet}>{say('fact.newest.words')}</p> : null}
    </>
  )
}

function hasNotice({ kind }: ColumnState): boolean {
  return kind !== 'read' && kind !== 'reading' && kind !== 'waiting'
}

function factsOfState(state: ColumnState): AssetFacts | null {
  return state.kind === 'read' ? factsOf(state.reading) : null
}

type AssetByHandProps = {
  connection: Connection
  text: string
  problem: FieldProblem | undefined
  onText: (text: string) => void
}

function AssetByHand({ connection, text, problem, onText }: AssetByHandProps) {
  const say = useMessages(messages)
  const sayFailure = useMessages(failureMessages)
  return (
    <TextField
      aria-label={say('column.asset', { name: connection.name })}
      placeholder={say('column.asset.placeholder')}
      size="S"
      value={text}
      onChange={onText}
      {...problemProps(problem && describeField(sayFailure, problem))}
      autoComplete="off"
      spellCheck="false"
      styles={style({ width: 'full' })}
    />
  )
}

function StateOfColumn({ state, onRetry }: Pick<Column, 'state' | 'onRetry'>) {
  const say = useMessages(messages)
  switch (state.kind) {
    case 'read':
      return null
    case 'waiting':
      return <p className={quiet}>{say('column.waiting')}</p>
    case 'reading':
      return <RequestProgress queryKey={state.queryKey} />
    case 'failed':
      return <FailureNotice error={state.error} onRetry={onRetry} />
    case 'no-path':
      return (
        <NoticeCard
          tone="notice"
          title={say('column.no-path')}
          why={say('column.no-path.cause')}
          remedy={<FixSteps fix={[say('column.by-hand')]} List="ol" />}
        />
      )
    case 'refused':
    case 'missing':
    case 'no-id':
      return (
        <NoticeCard
          tone="notice"
          title={say(`column.${state.kind}`)}
          why={say(`column.${state.kind}.cause`, { path: isolate(state.path) })}
          remedy={<FixSteps fix={[say('column.by-hand')]} List="ol" />}
        />
      )
  }
}

type FactsProps = {
  facts: AssetFacts | null
  file: FileRelation | null
  /** Of the connection whose file the others are compared with. */
  baseName: string
  isNewest: boolean
}

function Facts({ facts, file, baseName, isNewest }: FactsProps) {
  const say = useMessages(messages)
  const formats = useFormats()
  if (facts === null) return null
  const { path, modified } = facts
  return (
    <>
      <p className={fact}>
        <bdi>{path ?? say('fact.no-path')}</bdi>
      </p>
      <div className={dateLine}>
        {modified === null
          ? say('fact.no-date')
          : say('fact.modified', { time: formats.dateAndTime(modified) })}{' '}
        {isNewest ? (
          <Badge size="S" variant="informative" fillStyle="outline">
            {say('fact.newest')}
          </Badge>
        ) : null}
      </div>
      {file === null || file === 'first' ? null : (
        <p className={fact}>{say(`fact.file.${file}`, { name: isolate(baseName) })}</p>
      )}
    </>
  )
}
