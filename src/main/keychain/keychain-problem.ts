import type { KeychainProblem } from '../../shared/result'

/**
 * Texts of libsecret, D-Bus and gnome-keyring in English. They may be translated on another system: what is not
 * recognised is `refused`, and the text is shown beside the words.
 */
const knownTexts: readonly [RegExp, KeychainProblem][] = [
  [/locked collection|is locked|cannot .* locked/i, 'locked'],
  [/autolaunch D-Bus|\$DISPLAY|Could not connect|Failed to connect to (the )?(bus|socket)/i, 'absent'],
  [/not provided by any \.service|ServiceUnknown|NameHasNoOwner|Error spawning command line/i, 'absent'],
  // It ended in the middle of a call.
  [/disconnected from message bus/i, 'absent'],
  // The second is of a keyring that has taken the place of the one that libsecret knew.
  [/Object does not exist at path|session wrapping the secret does not exist/i, 'absent'],
  [/Timeout was reached|NoReply/i, 'hung'],
]

/** Which of our own words belongs to what the keychain said. */
export function recogniseKeychainProblem(message: string): KeychainProblem {
  return knownTexts.find(([text]) => text.test(message))?.[1] ?? 'refused'
}
