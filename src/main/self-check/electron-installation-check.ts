import { app, BrowserWindow } from 'electron'
import type { SelfCheckReport } from '../../shared/self-check'
import { systemClock } from '../calls/clock'
import type { SecretStore } from '../keychain/secret-store'
import type { Metadata } from '../metadata/metadata'

type Collaborators = { dataFolder: string; keychain: SecretStore; metadata: Metadata }

/** Tries the installation with the window that is open; throws where none is. */
export function createInstallationCheck(collaborators: Collaborators): () => Promise<SelfCheckReport> {
  return async () => {
    const [window] = BrowserWindow.getAllWindows()
    if (!window) throw new Error('There is no window')
    // Few starts need it.
    const [{ createSelfCheck }, { tryPage }, { tryWindow }] = await Promise.all([
      import('./self-check'),
      import('./electron-page-trial'),
      import('./electron-window-trial'),
    ])
    const selfCheck = createSelfCheck({
      program: { version: app.getVersion(), isPackaged: app.isPackaged },
      executable: process.execPath,
      clock: systemClock,
      ...collaborators,
    })
    return selfCheck({ window: (signal) => tryWindow(window, signal), page: () => tryPage(window) })
  }
}
