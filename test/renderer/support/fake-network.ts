import { Failure } from '../../../src/main/failures/failure'
import { createNetwork } from '../../../src/main/network/network'
import { emptyNetworkFile, type NetworkFile } from '../../../src/main/network/network-file'
import type { DesktopApi } from '../../../src/shared/contract'
import type { Result } from '../../../src/shared/result'
import { createMemorySecretStore } from '../../support/memory-secret-store'

async function resultOf<T>(work: Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await work }
  } catch (thrown) {
    if (thrown instanceof Failure) return { ok: false, error: thrown.error }
    throw thrown
  }
}

/** The program's own network settings, in memory; the dialog for a file is canceled. */
export function fakeNetwork() {
  let content: NetworkFile = emptyNetworkFile
  const network = createNetwork({
    file: {
      read: async () => content,
      write: async (changed) => {
        content = changed
      },
      setAside: () => null,
    },
    secrets: createMemorySecretStore(),
    clock: { now: () => Date.now(), elapsed: () => performance.now() },
    onChange: () => undefined,
  })
  return {
    readNetwork: () => resultOf(network.state()),
    chooseProxy: (choice) => resultOf(network.chooseProxy(choice)),
    saveProxyLogin: (draft) => resultOf(network.saveLogin(draft)),
    forgetProxyLogin: () => resultOf(network.forgetLogin()),
    openAuthorityFile: async () => ({ ok: true, value: null }),
    forgetAuthority: ({ fingerprint }) => resultOf(network.forgetAuthority(fingerprint)),
    chooseClientCertificate: ({ host, fingerprint }) =>
      resultOf(network.chooseCertificate(host, fingerprint)),
  } satisfies Partial<DesktopApi>
}
