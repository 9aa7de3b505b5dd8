import { Failure } from '../../src/main/failures/failure'
import type { AppError } from '../../src/shared/result'

/** What a promise fails with, as the window would get it. Anything but a `Failure` is an error of the test. */
export async function errorOf(work: Promise<unknown>): Promise<AppError> {
  try {
    await work
  } catch (thrown) {
    if (thrown instanceof Failure) return thrown.error
    throw thrown
  }
  throw new Error('Expected a failure, but it went well')
}

export async function causeOf(work: Promise<unknown>): Promise<string> {
  const error = await errorOf(work)
  return error.kind === 'failure' ? error.cause : error.kind
}

/** What came of a promise as the window would get it, well or not. */
export async function settledOf(work: Promise<unknown>): Promise<unknown> {
  try {
    return await work
  } catch (thrown) {
    if (thrown instanceof Failure) return thrown.error
    throw thrown
  }
}
