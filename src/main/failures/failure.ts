import type { AppError } from '../../shared/result'

/** An error that is expected in use and has words in the window. Anything else that is thrown is a bug. */
export class Failure extends Error {
  readonly error: AppError

  constructor(error: AppError) {
    super(error.kind)
    this.name = 'Failure'
    this.error = error
  }
}

export function cancelled(): Failure {
  return new Failure({ kind: 'cancelled' })
}

/** For lists: what was sent is told of each one by itself. */
export function withoutEvidence(error: AppError): AppError {
  return error.kind === 'failure' ? { ...error, evidence: null } : error
}
