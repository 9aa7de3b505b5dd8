import type { Handlers } from '../../shared/contract'
import type { SelfCheckReport } from '../../shared/self-check'
import { selfCheckFile } from './surroundings'

type Collaborators = {
  checkInstallation: () => Promise<SelfCheckReport>
  folder: string
  /** Shows a file in the system's file manager. */
  showFile: (path: string) => void
}

export function selfCheckHandlers({
  checkInstallation,
  folder,
  showFile,
}: Collaborators): Pick<Handlers, 'checkInstallation' | 'showSelfCheck'> {
  return {
    checkInstallation: async () => {
      const report = await checkInstallation()
      // With all words for failures, which no start has to read.
      const { writeSelfCheck } = await import('./report-file')
      return { report, path: writeSelfCheck(folder, report) }
    },
    showSelfCheck: async () => {
      showFile(selfCheckFile(folder))
      return null
    },
  }
}
