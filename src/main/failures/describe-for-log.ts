import { type ErrorTrace, traceError } from '../../shared/error-trace'
import type { AppError } from '../../shared/result'
import { Failure } from './failure'

/** A code of Node or of the system, such as `ENOSPC`. */
const systemCode = /\bE[A-Z]{2,20}\b/

/**
 * For the log: what kind of trouble, and nothing that was typed or answered. A message, a path or a value could hold a secret in
 * a wrong field, or name an asset of somebody who keeps no history.
 */
export function describeForLog(thrown: unknown): string {
  if (thrown instanceof Failure) return describeError(thrown.error)
  const code =
    thrown instanceof Error && 'code' in thrown ? systemCode.exec(String(thrown.code))?.[0] : undefined
  return [...(code === undefined ? [] : [code]), describeTrace(traceError(thrown))].join(' ')
}

export function describeTrace({ name, frames }: ErrorTrace): string {
  return [name, ...frames.map((frame) => `at ${frame}`)].join(' ')
}

function describeError(error: AppError): string {
  switch (error.kind) {
    case 'failure': {
      const { status = null, requestId = null } = error.evidence ?? {}
      return [
        error.cause,
        ...(status === null ? [] : [`status ${status}`]),
        ...(requestId === null ? [] : [`request ${requestId}`]),
      ].join(', ')
    }
    case 'keychain':
      return `keychain ${error.problem}`
    case 'input':
      return `input ${error.problems.map(({ field, code }) => `${field} ${code}`).join(', ')}`
    case 'storage':
      return ['storage', systemCode.exec(error.detail)?.[0]].filter(Boolean).join(' ')
    default:
      return error.kind
  }
}
