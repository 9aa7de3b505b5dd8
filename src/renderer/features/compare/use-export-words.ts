import { describeError } from '../../../words/failure/describe-failure'
import failureMessages from '../../../words/failure/messages/en.json'
import { isolate } from '../../../words/language/say-in'
import { useFormats } from '../../language/formats'
import { useMessages } from '../../language/messages'
import { factsOf } from './comparison/asset-facts'
import type { ExportWords } from './comparison-export'
import type { ComparisonRow } from './comparison-rows'
import messages from './messages/en.json'
import type { Column } from './use-columns'

/** How a field differs, in words. */
export function useResultWords(columns: readonly Column[]): (row: ComparisonRow) => string {
  const say = useMessages(messages)
  const { locale } = useFormats()
  return ({ field: { difference, cells }, isExpected }) => {
    if (isExpected) return say('state.expected')
    if (difference !== 'partly') return say(`state.${difference}`)
    const names = columns.flatMap(({ connection }, at) => (cells[at] ? [isolate(connection.name)] : []))
    return say('state.partly', { names: new Intl.ListFormat(locale).format(names) })
  }
}

/** Why an asset was not read, in a few words; empty where it was, or still may be. */
function useReasons(): (column: Column) => string {
  const say = useMessages(messages)
  const sayFailure = useMessages(failureMessages)
  return ({ state }) => {
    switch (state.kind) {
      case 'failed':
        return describeError(sayFailure, state.error).title
      case 'no-path':
      case 'refused':
      case 'missing':
      case 'no-id':
        return say(`column.${state.kind}`)
      case 'waiting':
      case 'reading':
      case 'read':
        return ''
    }
  }
}

export function useExportWords(columns: readonly Column[]): ExportWords {
  const say = useMessages(messages)
  const resultOf = useResultWords(columns)
  const reasonOf = useReasons()
  function pathOf({ state }: Column): string {
    return state.kind === 'read' ? (factsOf(state.reading).path ?? '') : ''
  }
  const path = columns.map(pathOf).find((text) => text !== '') ?? ''
  return {
    name: say('export.name', { name: path.split('/').at(-1) ?? '' }).trim(),
    sheet: say('grid'),
    field: say('grid.field'),
    pointer: say('export.pointer'),
    result: say('export.result'),
    asset: say('export.asset'),
    path: say('export.path'),
    read: say('export.read'),
    resultOf,
    pathOf,
    readOf: (column) =>
      column.state.kind === 'read'
        ? column.state.reading.readAt
        : say('export.failed', { reason: reasonOf(column) }),
  }
}
