import { createRequire } from 'node:module'
import type * as Keytar from 'keytar'
import { type KeychainCall, type KeychainReply, keychainService } from './keychain-protocol'

function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown)
}

/**
 * The only process that loads keytar. A hung keyring blocks Node's thread pool and a broken item can crash keytar's
 * process (libsecret calls are synchronous), so this one can be ended and started again without the window noticing.
 */
function loadKeytar(): typeof Keytar {
  // A static import would end the process when the native file is missing, and `import()` does not look into app.asar.
  return createRequire(__filename)('keytar')
}

function perform(keytar: typeof Keytar, call: KeychainCall): Promise<string | null | boolean> {
  switch (call.operation) {
    case 'get':
      return keytar.getPassword(keychainService, call.account)
    case 'set':
      return keytar.setPassword(keychainService, call.account, call.secret).then(() => true)
    case 'delete':
      return keytar.deletePassword(keychainService, call.account)
  }
}

async function answer(call: KeychainCall): Promise<KeychainReply> {
  let keytar: typeof Keytar
  try {
    keytar = loadKeytar()
  } catch (thrown) {
    return { id: call.id, ok: false, loaded: false, message: messageOf(thrown) }
  }
  try {
    return { id: call.id, ok: true, value: await perform(keytar, call) }
  } catch (thrown) {
    return { id: call.id, ok: false, loaded: true, message: messageOf(thrown) }
  }
}

process.parentPort.on('message', ({ data }: { data: KeychainCall }) => {
  void answer(data).then((reply) => process.parentPort.postMessage(reply))
})
