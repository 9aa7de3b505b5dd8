/**
 * Secrets by account name. Every call ends within a deadline; a keychain that is absent, locked, hung or refusing
 * throws a `Failure` of kind `keychain` that says which.
 */
export type SecretStore = {
  /** Throws `secret-missing` or `locked` when there is no such secret to be had. */
  get: (account: string) => Promise<string>
  /** Reads back what it wrote; throws `not-kept` when that differs. */
  set: (account: string, secret: string) => Promise<void>
  /** Also ends well when there was none. */
  delete: (account: string) => Promise<void>
}
