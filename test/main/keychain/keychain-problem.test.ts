import { describe, expect, it } from 'vitest'
import { recogniseKeychainProblem } from '../../../src/main/keychain/keychain-problem'

describe('what a keychain says', () => {
  it.each([
    ['Cannot create an item in a locked collection', 'locked'],
    ['Cannot autolaunch D-Bus without X11 $DISPLAY', 'absent'],
    ['Could not connect: No such file or directory', 'absent'],
    ['Could not connect: Connection refused', 'absent'],
    ['The name org.freedesktop.secrets was not provided by any .service files', 'absent'],
    ['Object does not exist at path \u201c/org/freedesktop/secrets/collection/login\u201d', 'absent'],
    ['The session wrapping the secret does not exist', 'absent'],
    ['Message recipient disconnected from message bus without replying', 'absent'],
    ['Timeout was reached', 'hung'],
    ['The user name or passphrase you entered is not correct.', 'refused'],
    ['Not enough resources are available to process this command.', 'refused'],
    ['', 'refused'],
    ['Something new', 'refused'],
  ])('%j means %s', (text, problem) => {
    expect(recogniseKeychainProblem(text)).toBe(problem)
  })
})
