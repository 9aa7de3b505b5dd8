import { existsSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { app } from 'electron'
import type { UpdateProof, UpdatesState } from '../../shared/updates'
import type { Clock } from '../calls/clock'
import { describeForLog } from '../failures/describe-for-log'
import type { Log } from '../log'
import type { UpdateCalls } from './update-http'
import { readUpdateSource, type UpdateSource } from './update-source'
import { createUpdates, type Updates } from './updates'

const firstCheckAfterMs = 5_000
const checkEveryMs = 24 * 3_600_000

type Surroundings = {
  isTestBuild: boolean
  isAllowed: () => boolean | null
  saveAllowed: (isAllowed: boolean) => Promise<unknown>
  calls: UpdateCalls
  folder: string
  clock: Clock
  log: Log
  publish: (state: UpdatesState) => void
}

/** Newer versions of this installation; where the user has said yes, it looks for them soon after the start and once a day. */
export function openUpdates(surroundings: Surroundings): Updates {
  const { isTestBuild, isAllowed, saveAllowed, calls, folder, clock, log, publish } = surroundings
  const source = readSource(log)
  const appImage = findAppImage()
  const updates = createUpdates({
    program: {
      version: app.getVersion(),
      isTestBuild,
      server: source === null ? null : source.url.href,
      canInstall: app.isPackaged && (process.platform !== 'linux' || appImage !== null),
      proof: proofOf(source),
    },
    isAllowed,
    saveAllowed,
    openUpdater: async () => {
      if (source === null) throw new Error('There is no update server')
      // Most starts need neither.
      const [{ openAppUpdater }, { UpdateHttp }] = await Promise.all([
        import('./electron-app-updater'),
        import('./update-http'),
      ])
      const http = new UpdateHttp(calls)
      return openAppUpdater({ source, http, folder, appImage })
    },
    clock,
    publish,
    onBug: (thrown) => log.error(`Update: ${describeForLog(thrown)}`),
  })
  setTimeout(() => void updates.check(), firstCheckAfterMs).unref()
  setInterval(() => void updates.check(), checkEveryMs).unref()
  return updates
}

/** As electron-builder names it in a package, and as electron-updater names it beside sources. */
function readSource(log: Log): UpdateSource | null {
  const file = app.isPackaged
    ? join(process.resourcesPath, 'app-update.yml')
    : join(app.getAppPath(), 'dev-app-update.yml')
  try {
    return readUpdateSource(file)
  } catch (thrown) {
    log.error(`Update server not understood: ${describeForLog(thrown)}`)
    return null
  }
}

/** The file that was started, which holds all of the program; null where it was installed otherwise, by a .deb for instance. */
function findAppImage(): string | null {
  const { APPIMAGE } = process.env
  return APPIMAGE !== undefined && isAbsolute(APPIMAGE) && existsSync(APPIMAGE) ? APPIMAGE : null
}

function proofOf(source: UpdateSource | null): UpdateProof {
  if (process.platform === 'darwin') return 'code-signature'
  return process.platform === 'win32' && source?.namesPublisher ? 'publisher' : 'none'
}
