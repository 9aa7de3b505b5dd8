import { app } from 'electron'
import { linkScheme } from '../../shared/asset-link'
import { platform } from './platform'

/** As electron-builder.config.cjs names the program to Windows, which shows notifications of no other. */
const appId = 'io.github.asset-inspector-for-aem'

/** Tells Windows, for this user, whose notifications they are, and that links to assets are ours. */
export function registerWithSystem(): void {
  if (!platform.needsRegistration || !app.isPackaged) return
  app.setAppUserModelId(appId)
  app.setAsDefaultProtocolClient(linkScheme)
}
