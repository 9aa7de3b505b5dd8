import type { Session } from 'electron'
import type { NetworkProbe } from './network-probe'

/** Asks Electron's own network stack, so that the answers are those which its requests live by. */
export function createElectronNetworkProbe(currentSession: () => Promise<Session>): NetworkProbe {
  return {
    proxyFor: async (origin) => {
      // A PAC answer such as `PROXY proxy.example.com:8080; DIRECT`: the first entry is tried first.
      const first = (await (await currentSession()).resolveProxy(origin)).split(';')[0]?.trim() ?? 'DIRECT'
      return first === 'DIRECT' ? null : first.replace(/^\S+\s+/, '')
    },
    resolve: async (hostname) => {
      const { endpoints } = await (await currentSession()).resolveHost(hostname)
      return endpoints.map(({ address }) => address)
    },
  }
}
