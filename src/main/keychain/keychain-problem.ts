import type { KeychainProblem } from '../../shared/result'

/**
 * Texts of libsecret, GLib, D-Bus and gnome-keyring, of macOS (SecCopyErrorMessageString) and of Windows, in English. They may
 * be translated on another system: what is not recognised is `refused`, and the text is shown beside the words.
 */
const knownTexts: readonly [RegExp, KeychainProblem][] = [
  [/locked collection|is locked|cannot .* locked/i, 'locked'],
  // errSecInteractionNotAllowed, errSecInteractionRequired, errSecInDarkWake: the keychain would have to ask for its password.
  [/user interaction is (not allowed|required)|in dark wake/i, 'locked'],
  [/autolaunch D-Bus|\$DISPLAY|Could not connect|Failed to connect to (the )?(bus|socket)/i, 'absent'],
  // Chromium sets this address where there is no session bus; GLib quotes it in every language.
  [/\bdisabled:/, 'absent'],
  [/not provided by any \.service|ServiceUnknown|NameHasNoOwner|Error spawning command line/i, 'absent'],
  [/name is not activatable|Could not activate remote peer|startup job failed/i, 'absent'],
  [/Process \S+ exited with status|Failed to execute program|Launch helper exited/i, 'absent'],
  // Something else has the name of the keyring service.
  [/No such (interface|method|object)|Unknown(Interface|Method|Object)\b/i, 'absent'],
  // It ended in the middle of a call.
  [/disconnected from message bus|connection is closed/i, 'absent'],
  // The second is of a keyring that has taken the place of the one that libsecret knew.
  [/Object does not exist at path|session wrapping the secret does not exist/i, 'absent'],
  // errSecNotAvailable, errSecNoSuchKeychain, errSecNoDefaultKeychain; ERROR_NO_SUCH_LOGON_SESSION.
  [/No keychain is available|keychain could not be found|logon session does not exist/i, 'absent'],
  [/Timeout was reached|NoReply|Did not receive a reply|timed out/i, 'hung'],
]

/** Which of our own words belongs to what the keychain said. */
export function recogniseKeychainProblem(message: string): KeychainProblem {
  return knownTexts.find(([text]) => text.test(message))?.[1] ?? 'refused'
}
