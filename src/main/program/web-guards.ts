import { app, type Session, type WebContents } from 'electron'

function refuse(event: { preventDefault: () => void }): void {
  event.preventDefault()
}

/** Refuses every navigation, new window and embedded page of our pages. */
export function guardWebContents(isOwnPage: (url: string) => boolean): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.on('will-navigate', (event, url) => {
      if (!isOwnPage(url)) event.preventDefault()
    })
    contents.on('will-frame-navigate', (details) => {
      if (!isOwnPage(details.url)) details.preventDefault()
    })
    contents.on('will-redirect', refuse)
    contents.on('will-attach-webview', refuse)
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}

/** Has to run before the app is ready, so that it holds for every session from its beginning. */
export function guardSessions(): void {
  // A name alone can carry something out: `<link rel=dns-prefetch>` asks no policy and no proxy.
  app.commandLine.appendSwitch('blink-settings', 'dnsPrefetchingEnabled=false')
  app.on('session-created', (session) => {
    denyPermissions(session)
    session.on('will-download', refuse)
    // Else each session fetches a dictionary from Google, also where no page checks its spelling.
    session.setSpellCheckerLanguages([])
  })
}

/** A check handler as well: without one every `permissions.query` answers "granted" (electron#38611). */
function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}))
}

/** Of RFC 863, which nothing serves any more. */
const nowhere = 'http://127.0.0.1:9'

/**
 * Takes the network from the window's session: its page loads files of the program alone, and calls have a session of
 * their own. The page's policy says so already; WebRTC asks the proxy and not the policy.
 */
export function closeNetwork(session: Session): Promise<void> {
  session.webRequest.onBeforeRequest(
    { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*'] },
    (_details, answer) => answer({ cancel: true }),
  )
  return session.setProxy({ mode: 'fixed_servers', proxyRules: nowhere, proxyBypassRules: '<-loopback>' })
}
