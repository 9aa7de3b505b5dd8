import type { Handlers } from '../../shared/contract'
import type { Keychain } from './keychain'

export function keychainHandlers(
  keychain: Pick<Keychain, 'stopWaiting'>,
): Pick<Handlers, 'stopWaitingForKeychain'> {
  return {
    stopWaitingForKeychain: async () => {
      keychain.stopWaiting()
      return null
    },
  }
}
