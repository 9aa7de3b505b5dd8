/** Under which the OS keychain lists the secrets. */
export const keychainService = 'Asset Inspector for AEM'

/** Messages between the main process and the utility process that loads keytar. */
export type KeychainCall =
  | { id: number; operation: 'get' | 'delete'; account: string }
  | { id: number; operation: 'set'; account: string; secret: string }

export type KeychainReply =
  | { id: number; ok: true; value: string | null | boolean }
  | { id: number; ok: false; loaded: boolean; message: string }
