import type { SelfCheckReport } from '../../shared/self-check'
import type { Clock } from '../calls/clock'
import type { SecretStore } from '../keychain/secret-store'
import type { Metadata } from '../metadata/metadata'
import { prepareDataFolder } from '../program/prepare-data-folder'
import { tryDemo } from './demo-trial'
import { tryFuses } from './fuses-trial'
import { tryKeychain } from './keychain-trial'
import { ok, runTrials, type Trial } from './run-trials'
import { type ProgramFacts, reportOn } from './surroundings'

const usualDeadlineMs = 30_000
/** A locked keychain opens a window of its own, in which somebody has to type. */
const keychainDeadlineMs = 60_000

type Collaborators = {
  program: ProgramFacts
  /** The folder of the program's files, which the report goes to as well. */
  dataFolder: string
  executable: string
  keychain: SecretStore
  metadata: Metadata
  clock: Clock
}

/** What only a window can show; its trials depend on Electron. */
export type WindowTrials = { window: Trial['run']; page: Trial['run'] }

/** Tries the installation as a whole, from the window to the keychain. Nothing that it does stays. Never throws. */
export function createSelfCheck({
  program,
  dataFolder,
  executable,
  keychain,
  metadata,
  clock,
}: Collaborators): (windowTrials: WindowTrials) => Promise<SelfCheckReport> {
  return async ({ window, page }) => {
    const startedAt = clock.now()
    function usual(item: Trial['item'], run: Trial['run']): Trial {
      return { item, run, deadlineMs: usualDeadlineMs }
    }
    const results = await runTrials(
      [
        usual('files', async () => {
          prepareDataFolder(dataFolder)
          return ok('files-written', { path: dataFolder })
        }),
        usual('window', window),
        usual('page', page),
        usual('fuses', () => tryFuses(executable, program.isPackaged)),
        {
          item: 'keychain',
          deadlineMs: keychainDeadlineMs,
          run: (signal) => tryKeychain(keychain, signal),
        },
        usual('demo', (signal) => tryDemo(metadata, keychain, signal)),
      ],
      clock,
    )
    return reportOn(program, results, startedAt, clock.now())
  }
}
