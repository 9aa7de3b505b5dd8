import type { AppError, FieldName } from '../../../shared/result'
import { describeField } from '../../../words/failure/describe-failure'
import failureMessages from '../../../words/failure/messages/en.json'
import { useMessages } from '../../language/messages'

/** The words for what is wrong with one field, and whether something else is wrong, which has its own notice. */
export function useFieldWords(error: AppError | undefined) {
  const say = useMessages(failureMessages)
  const problems = error?.kind === 'input' ? error.problems : []
  return {
    wordsOf: (field: FieldName): string | undefined => {
      const problem = problems.find((one) => one.field === field)
      return problem && describeField(say, problem)
    },
    otherError: error !== undefined && problems.length === 0 ? error : null,
  }
}
