/**
 * Secrets by account name. Every call ends within a deadline; a keychain that is absent, locked, hung or refusing
 * throws a `Failure` of kind `keychain` that says which. A call whose `signal` is aborted ends at once, with its reason;
 * what it was about to change may then have been changed or not.
 */
export type SecretStore = {
  /** Throws `secret-missing` or `locked` when there is no such secret to be had. */
  get: (account: string, signal?: AbortSignal) => Promise<string>
  /** Reads back what it wrote; throws `not-kept` when that differs. */
  set: (account: string, secret: string, signal?: AbortSignal) => Promise<void>
  /** Also ends well when there was none. */
  delete: (account: string) => Promise<void>
}
