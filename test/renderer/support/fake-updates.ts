import type { DesktopApi, Operation } from '../../../src/shared/contract'
import type { Result } from '../../../src/shared/result'
import type { UpdatesState } from '../../../src/shared/updates'

type Operations = Extract<Operation, `${string}Update` | `${string}Updates` | 'openUpdateServer'>

/** A program that was packaged without an update server. */
export function fakeUpdates(): Pick<DesktopApi, Operations | 'onUpdatesChanged'> {
  async function state(): Promise<Result<UpdatesState>> {
    return {
      ok: true,
      value: {
        version: '1.2.3',
        isTestBuild: false,
        server: null,
        isAllowed: null,
        canInstall: false,
        proof: 'none',
        phase: { kind: 'unknown' },
        trouble: null,
      },
    }
  }
  return {
    readUpdates: state,
    allowUpdates: state,
    checkForUpdate: state,
    downloadUpdate: state,
    cancelUpdate: state,
    installUpdate: state,
    openUpdateServer: async () => ({ ok: true, value: null }),
    onUpdatesChanged: () => () => undefined,
  }
}
