import { existsSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { app } from 'electron'
import type { UpdateProof, UpdatesState } from '../../shared/updates'
import type { Clock } from '../calls/clock'
import { describeForLog } from '../failures/describe-for-log'
import type { Log } from '../log'
import type { UpdateCalls } from './update-http'
import type { UpdateSource } from './update-source'
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

/**
 * Newer versions of this installation; where the user has said yes, it looks for them soon after the start and once a day.
 * Opened when somebody asks: reading the update server's name takes a parser of YAML.
 */
export function openUpdates(surroundings: Surroundings): () => Promise<Updates> {
  let opened: Promise<Updates> | null = null
  function updates(): Promise<Updates> {
    opened ??= open(surroundings)
    return opened
  }
  async function check(): Promise<void> {
    if (surroundings.isAllowed() === true) await (await updates()).check()
  }
  setTimeout(() => void check(), firstCheckAfterMs).unref()
  setInterval(() => void check(), checkEveryMs).unref()
  return updates
}

async function open(surroundings: Surroundings): Promise<Updates> {
  const { isTestBuild, isAllowed, saveAllowed, calls, folder, clock, log, publish } = surroundings
  const source = await readSource(log)
  const appImage = findAppImage()
  return createUpdates({
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
}

/** As electron-builder names it in a package, and as electron-updater names it beside sources. */
async function readSource(log: Log): Promise<UpdateSource | null> {
  const file = app.isPackaged
    ? join(process.resourcesPath, 'app-update.yml')
    : join(app.getAppPath(), 'dev-app-update.yml')
  try {
    if (!existsSync(file)) return null
    const { readUpdateSource } = await import('./update-source')
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
