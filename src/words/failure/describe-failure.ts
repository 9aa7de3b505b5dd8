import { type CauseId, failureCatalogue } from '../../shared/failure-catalogue'
import type { Owner } from '../../shared/failure-signal'
import type { AppError, Evidence, FieldProblem, KeychainProblem, MessageValues } from '../../shared/result'
import type { SayFrom } from '../language/say-in'
import type messages from './messages/en.json'

type SayFailure = SayFrom<typeof messages>

export type DescribedFailure = {
  title: string
  cause: string
  /** One line a step. */
  fix: readonly string[]
  owner: Owner | null
  /** A retry can help. */
  canRetry: boolean
}

/** Values that messages can name but failures need not have. */
const optionalValues = [
  'clientId',
  'bucket',
  'host',
  'scopes',
  'status',
  'retryAfterSeconds',
  'detail',
  'target',
  'days',
]

/** Missing and empty values become `none`, which messages select on. */
function completeValues(values: MessageValues): MessageValues {
  const missing = optionalValues.filter((name) => values[name] === undefined || values[name] === '')
  return { ...values, ...Object.fromEntries(missing.map((name) => [name, 'none'])) }
}

/** Does not type-check where a cause has no message in the English catalogue. */
function describeCause(say: SayFailure, cause: CauseId, given: MessageValues): DescribedFailure {
  const values = completeValues(given)
  const { step, owner, passing } = failureCatalogue[cause]
  return {
    title: say(`title.${step}`, values),
    cause: say(`cause.${cause}`, values),
    fix: say(`fix.${cause}`, values).split('\n'),
    owner,
    canRetry: passing,
  }
}

function describeKeychain(say: SayFailure, problem: KeychainProblem): DescribedFailure {
  return {
    title: say('title.keychain'),
    cause: say(`keychain.${problem}.cause`),
    fix: say(`keychain.${problem}.fix`).split('\n'),
    owner: null,
    canRetry: problem !== 'secret-missing',
  }
}

export function describeField(say: SayFailure, { field, code, values }: FieldProblem): string {
  return say(`field.${code}`, { ...values, field })
}

function describeInput(say: SayFailure, problems: readonly FieldProblem[]): DescribedFailure {
  return {
    title: say('title.input'),
    cause: say('input.cause', { count: problems.length }),
    fix: problems.map((problem) =>
      say('input.line', { field: say(`label.${problem.field}`), problem: describeField(say, problem) }),
    ),
    owner: null,
    canRetry: false,
  }
}

/** What happened and what to do about it, in words. */
export function describeError(say: SayFailure, error: AppError): DescribedFailure {
  switch (error.kind) {
    case 'failure':
      return describeCause(say, error.cause, error.values)
    case 'keychain':
      return describeKeychain(say, error.problem)
    case 'input':
      return describeInput(say, error.problems)
    case 'storage':
    case 'gone':
    case 'cancelled':
    case 'unexpected':
      return {
        title: say(`title.${error.kind}`),
        cause: say(`${error.kind}.cause`, { path: error.kind === 'storage' ? error.path : '' }),
        fix: say(`${error.kind}.fix`).split('\n'),
        owner: null,
        canRetry: error.kind !== 'gone',
      }
  }
}

/** What helps to fix it; null where there is nothing but the messages. */
export function findEvidence(error: AppError): Evidence | null {
  return error.kind === 'failure' ? error.evidence : null
}
