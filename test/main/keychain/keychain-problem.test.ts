import { describe, expect, it } from 'vitest'
import { recogniseKeychainProblem } from '../../../src/main/keychain/keychain-problem'

describe('what a keychain says', () => {
  it.each([
    ['Cannot create an item in a locked collection', 'locked'],
    ['Cannot autolaunch D-Bus without X11 $DISPLAY', 'absent'],
    ['Could not connect: No such file or directory', 'absent'],
    ['Could not connect: Connection refused', 'absent'],
    ['Unknown or unsupported transport \u201cdisabled\u201d for address \u201cdisabled:\u201d', 'absent'],
    [
      'Unbekannter oder nicht unterst\u00fctzter Transport \u00bbdisabled\u00ab f\u00fcr Adresse \u00bbdisabled:\u00ab',
      'absent',
    ],
    [
      'No such interface \u201corg.freedesktop.Secret.Service\u201d on object at path /org/freedesktop/secrets',
      'absent',
    ],
    ['No such method \u201cOpenSession\u201d', 'absent'],
    ['The name is not activatable', 'absent'],
    ['Could not activate remote peer: startup job failed', 'absent'],
    ['Process org.freedesktop.secrets exited with status 1', 'absent'],
    ['The connection is closed', 'absent'],
    ['No keychain is available. You may need to restart your computer.', 'absent'],
    ['A default keychain could not be found.', 'absent'],
    ['A specified logon session does not exist. It may already have been terminated.', 'absent'],
    ['The name org.freedesktop.secrets was not provided by any .service files', 'absent'],
    ['Object does not exist at path \u201c/org/freedesktop/secrets/collection/login\u201d', 'absent'],
    ['The session wrapping the secret does not exist', 'absent'],
    ['Message recipient disconnected from message bus without replying', 'absent'],
    ['Timeout was reached', 'hung'],
    [
      'Did not receive a reply. Possible causes include: the remote application did not send a reply, the message bus security policy blocked the reply, the reply timeout expired, or the network connection was broken.',
      'hung',
    ],
    [
      "Failed to activate service 'org.freedesktop.secrets': timed out (service_start_timeout=120000ms)",
      'hung',
    ],
    ['User interaction is not allowed.', 'locked'],
    ['User interaction is required.', 'locked'],
    ['In dark wake, no UI possible', 'locked'],
    ['The user name or passphrase you entered is not correct.', 'refused'],
    ['Not enough resources are available to process this command.', 'refused'],
    ['', 'refused'],
    ['User canceled the operation.', 'refused'],
    ['A required entitlement isn\u2019t present.', 'refused'],
    ['An AppArmor policy prevents this sender from sending this message to this recipient', 'refused'],
    ['Keychain access is disabled by policy', 'refused'],
    ['Something new', 'refused'],
  ])('%j means %s', (text, problem) => {
    expect(recogniseKeychainProblem(text)).toBe(problem)
  })
})
