import type { Callers } from './callers'
import type { ConnectionChanged } from './connections/connection-changed'
import { openConnectionsFile } from './connections/connection-record'
import { openConnections } from './open-connections'
import type { FirstHandlers } from './operations'
import type { ProgramFiles } from './program/open-program-files'
import { withoutCredentials } from './program/session-without-credentials'
import { isOpenWindow, tellWindows } from './program/window'
import { createWindowSessions } from './program/window-sessions'

export type FirstScreen = ReturnType<typeof openFirstScreen>

/** What the first screen shows, before everything behind it is put together. */
export function openFirstScreen(
  { places, settings, interfaceLocale, memory }: ProgramFiles,
  callers: Callers,
) {
  let changed: ConnectionChanged = () => undefined
  const { keychain, connections } = openConnections({
    file: openConnectionsFile(places.connections),
    onKeychainWaiting: tellWindows('keychainWaiting'),
    connectionChanged: (id, change) => changed(id, change),
  })
  const sessions = createWindowSessions(memory, { current: callers.current, isOpen: isOpenWindow })
  const session = withoutCredentials({ ...memory, ...sessions })
  const handlers: FirstHandlers = {
    readSession: async () => session.state(),
    readSettings: async () => ({ ...settings.current(), interfaceLocale: interfaceLocale() }),
    listConnections: connections.list,
  }
  return {
    keychain,
    connections,
    session,
    handlers,
    onConnectionChanged: (listener: ConnectionChanged) => {
      changed = listener
    },
  }
}
