import { app } from 'electron'
import { type TimeoutName, timeoutBounds } from '../shared/settings'
import { createAccessTokens } from './calls/access-tokens'
import { systemClock } from './calls/clock'
import { recordHosts } from './calls/contacted-hosts'
import { openCallSession } from './calls/electron-call-session'
import { createElectronDownload, type Download } from './calls/electron-download'
import { createElectronHttp } from './calls/electron-http'
import { hideEchoes } from './calls/hide-echoes'
import { stretchDeadlines } from './calls/stretch-deadlines'
import { createElectronNetworkProbe } from './check/electron-network-probe'
import { createCheck } from './check/run-check'
import { createAccessResolver } from './connections/connection-access'
import { createDemoConnections } from './connections/demo-connections'
import { createWriteLock } from './edit/write-lock'
import type { JsonFile } from './files/json-file'
import { createMetadata } from './metadata/metadata'
import { createNetwork } from './network/network'
import type { NetworkFile } from './network/network-file'
import type { OpenConnections } from './open-connections'
import type { SettingsStore } from './program/settings'

type Options = OpenConnections & {
  networkFile: JsonFile<NetworkFile>
  settings: SettingsStore
  /** Of the connections that the demo adds. */
  demoName: (environment: 'development' | 'stage') => string
}

export type Services = ReturnType<typeof openServices>

/** What the window and the command line do their work with: calls, and what is made of them by the connections. */
export function openServices(options: Options) {
  const { keychain, connections, networkFile, settings, demoName } = options
  const network = createNetwork({
    file: networkFile,
    secrets: keychain,
    clock: systemClock,
    onChange: () => calls.renew(),
  })
  const calls = openCallSession(network.rules)
  const contacted = recordHosts(hideEchoes(createElectronHttp(calls, network.rules)), systemClock)
  const downloadUnnoted = createElectronDownload(calls, network.rules)
  const download: Download = (request) => {
    contacted.note(request.url)
    return downloadUnnoted(request)
  }
  function stretch(name: TimeoutName) {
    return stretchDeadlines(contacted.send, () => settings.current()[name] / timeoutBounds[name].usual)
  }
  const aemHttp = stretch('aemTimeout')
  const demo = createDemoConnections(connections, demoName)
  const resolveAccess = createAccessResolver(connections, demo)
  const tokens = createAccessTokens(stretch('imsTimeout'), systemClock)
  const lock = createWriteLock()
  return {
    keychain,
    network,
    contactedHosts: contacted.hosts,
    /** With the deadlines that each call names. */
    plainCalls: { send: contacted.send, download },
    aemHttp,
    connections,
    demo,
    resolveAccess,
    tokens,
    lock,
    metadata: createMetadata(aemHttp, tokens, systemClock),
    checkConnection: createCheck({
      connections,
      resolveAccess,
      tokens,
      lock,
      http: aemHttp,
      probe: createElectronNetworkProbe(calls.current),
      clock: systemClock,
      programVersion: app.getVersion(),
    }),
  }
}
