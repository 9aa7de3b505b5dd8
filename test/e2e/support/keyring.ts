import { execFileSync } from 'node:child_process'
import { needsLinux } from './linux'

/** Under which the program keeps its secrets. */
const service = 'Asset Inspector for AEM'

/** The secret of an account in the keyring of these tests, or null when there is none. */
export function lookUpSecret(account: string): string | null {
  needsLinux('secret-tool')
  try {
    return execFileSync('secret-tool', ['lookup', 'service', service, 'account', account], {
      encoding: 'utf8',
    })
  } catch {
    return null // `secret-tool` ends with 1 when nothing is found.
  }
}

/** The environment of a session without any bus on which a keyring could answer. */
export const withoutKeyring = {
  DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus',
  XDG_RUNTIME_DIR: undefined,
} as const
