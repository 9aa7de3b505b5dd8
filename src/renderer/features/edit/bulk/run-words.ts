import { useLocale } from '@react-spectrum/s2/Provider'
import { type BulkRow, type BulkRun, bulkStates, countBulk } from '../../../../shared/bulk'
import { describeError } from '../../../../words/failure/describe-failure'
import failureMessages from '../../../../words/failure/messages/en.json'
import { asSentences } from '../../../../words/language/punctuation'
import { useMessages } from '../../../language/messages'
import { nameOfPath } from '../changes-table'
import { readableValue } from '../json-text'
import editMessages from '../messages/en.json'
import messages from './messages/en.json'

/** What is said of the rows of a run, on the screen and in files alike. */
export function useRunWords() {
  const say = useMessages(messages)
  const sayEdit = useMessages(editMessages)
  const sayFailure = useMessages(failureMessages)
  const { locale } = useLocale()
  function valueWords(token: string | null): string {
    return token === null ? sayEdit('changes.none') : readableValue(token)
  }
  return {
    outcome: (row: BulkRow, { stage }: Pick<BulkRun, 'stage'>): string =>
      row.state === 'sending' && stage === 'ready' ? say('state.interrupted') : say(`state.${row.state}`),
    /** Why it is so; empty where there is nothing to add. */
    reason: ({ rule, error, isReplanned }: BulkRow): string => {
      const words = [
        isReplanned ? say('replanned') : '',
        rule === null ? '' : say(`rule.${rule.code}`, { field: rule.field }),
        error === null ? '' : describeError(sayFailure, error).cause,
      ]
      return asSentences(
        locale,
        words.filter((sentence) => sentence !== ''),
      )
    },
    /** A line a field. */
    changes: ({ changes }: BulkRow): string =>
      changes
        .map(({ path, before, after }) =>
          say('change', { field: nameOfPath(path), before: valueWords(before), after: valueWords(after) }),
        )
        .join('\n'),
    counts: (run: BulkRun): string => {
      const counts = countBulk(run.rows)
      const parts = bulkStates.filter((state) => counts[state] > 0)
      return [
        say('counts.asked', { count: run.rows.length }),
        ...parts.map((state) => say(`counts.${state}`, { count: counts[state] })),
      ].join(' · ')
    },
  }
}
