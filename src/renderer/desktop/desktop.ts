import type { DesktopApi } from '../../shared/contract'
import type { AppError, Result } from '../../shared/result'

declare global {
  interface Window {
    /** The only way out of the window; see `src/preload`. */
    readonly desktop: DesktopApi
  }
}

/** An error of the main process, thrown because queries and mutations expect a throw. */
export class DesktopError extends Error {
  readonly error: AppError

  constructor(error: AppError) {
    super(error.kind)
    this.name = 'DesktopError'
    this.error = error
  }
}

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: DesktopError
  }
}

/** Returns the value of a result. Throws a `DesktopError`; of kind `unexpected` where the call itself failed. */
export async function unwrap<T>(answer: Promise<Result<T>>): Promise<T> {
  const result = await answer.catch((): Result<T> => ({ ok: false, error: { kind: 'unexpected' } }))
  if (!result.ok) throw new DesktopError(result.error)
  return result.value
}
