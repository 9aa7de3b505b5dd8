import { app } from 'electron'
import { linkScheme } from '../../shared/asset-link'
import { platform } from './platform'

/** Tells the system, for this user, that links to assets are ours. */
export function registerLinks(): void {
  if (platform.registersLinks && app.isPackaged) app.setAsDefaultProtocolClient(linkScheme)
}
