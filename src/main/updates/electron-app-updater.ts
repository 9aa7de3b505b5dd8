import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { CancellationToken } from 'builder-util-runtime'
import { app } from 'electron'
import { AppImageUpdater, type AppUpdater, MacUpdater, NsisUpdater } from 'electron-updater'
import type { AppAdapter } from 'electron-updater/out/AppAdapter'
import { replaceAppImage, startWhenEnded } from './replace-app-image'
import { type Description, readDescription } from './update-description'
import { type UpdateHttp, verifyChecksum } from './update-http'
import { explainTrouble, UpdateProblem } from './update-problem'
import type { UpdateSource } from './update-source'
import type { Updater } from './updates'

type Surroundings = {
  source: UpdateSource
  http: UpdateHttp
  /** For downloads, and the number by which a release that goes to a part of all users first draws this one's lot. */
  folder: string
  /** The AppImage that this program was started from, or null. */
  appImage: string | null
}

/** electron-updater, with nothing left that it does by itself: it neither downloads nor installs unasked, and never at quit. */
export function openAppUpdater({ source, http, folder, appImage }: Surroundings): Updater {
  const adapter = adapterFor(source, folder)
  const { updater, extension } = updaterFor(adapter, appImage)
  updater.logger = null
  updater.autoDownload = false
  updater.autoInstallOnAppQuit = false
  updater.allowDowngrade = false
  updater.disableWebInstaller = true
  // One whole file with one checksum; parts of it by their ranges would ask much more of a server.
  updater.disableDifferentialDownload = true
  // Where it cannot install, it still finds out what there is.
  updater.forceDevUpdateConfig = true
  Object.assign(updater, { httpExecutor: http })
  let checksums: readonly string[] = []
  let downloaded: string | null = null

  return {
    find: async (signal) => {
      http.running = { signal, onReceived: () => undefined }
      const result = await readable(updater.checkForUpdates(), signal)
      if (result === null) throw new Error('electron-updater is not active')
      const described = await readable(describe(result.updateInfo, extension), signal)
      checksums = described.checksums
      return result.isUpdateAvailable ? described.update : null
    },
    download: async (signal, onReceived) => {
      http.running = { signal, onReceived }
      const token = new CancellationToken()
      signal.addEventListener('abort', () => token.cancel())
      const [file] = await updater.downloadUpdate(token).catch((thrown: unknown) => {
        signal.throwIfAborted()
        throw thrown
      })
      downloaded = file ?? null
    },
    install: async (onTrouble) => {
      if (downloaded === null) throw new Error('Nothing is downloaded')
      // It may have waited for days where every program of this user can write.
      await verifyChecksum(downloaded, checksums)
      updater.removeAllListeners('error')
      updater.on('error', (error) => onTrouble({ code: 'not-replaced', detail: error.message }))
      updater.quitAndInstall(false, true)
    },
    clear: () => rm(downloadsIn(folder), { recursive: true, force: true }),
  }
}

async function describe(sent: unknown, extension: string): Promise<Description> {
  return readDescription(sent, extension)
}

function downloadsIn(folder: string): string {
  return join(folder, 'downloads')
}

/** What fails here but by the network is what the server sent: electron-updater takes it for well-formed. */
async function readable<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  try {
    return await answer
  } catch (thrown) {
    signal.throwIfAborted()
    throw explainTrouble(thrown) === null ? new UpdateProblem('not-readable') : thrown
  }
}

function adapterFor({ file }: UpdateSource, folder: string): AppAdapter {
  return {
    version: app.getVersion(),
    name: app.getName(),
    isPackaged: app.isPackaged,
    appUpdateConfigPath: file,
    userDataPath: folder,
    baseCachePath: downloadsIn(folder),
    whenReady: () => app.whenReady(),
    relaunch: () => app.relaunch(),
    quit: () => app.quit(),
    onQuit: () => undefined,
  }
}

function updaterFor(
  adapter: AppAdapter,
  appImage: string | null,
): { updater: AppUpdater; extension: string } {
  if (process.platform === 'win32') return { updater: new NsisUpdater(undefined, adapter), extension: 'exe' }
  if (process.platform === 'darwin') return { updater: new MacUpdater(undefined, adapter), extension: 'zip' }
  return { updater: new CarefulAppImageUpdater(adapter, appImage), extension: 'AppImage' }
}

class CarefulAppImageUpdater extends AppImageUpdater {
  private readonly current: string | null

  constructor(adapter: AppAdapter, current: string | null) {
    super(undefined, adapter)
    this.current = current
  }

  protected override doInstall(): boolean {
    if (this.current === null || this.installerPath === null)
      throw new Error('There is no AppImage to replace')
    startWhenEnded(replaceAppImage(this.current, this.installerPath), process.argv.slice(1))
    return true
  }
}
