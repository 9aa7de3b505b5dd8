import type { UtilityProcess } from 'electron'
import type { ExportFile } from './export-metadata'
import type { ExportCall, ExportReply } from './export-protocol'

/** What this side needs of the process that writes the file. */
export type ExportProcess = Pick<UtilityProcess, 'once' | 'kill' | 'postMessage'>

export type WriteExport = (call: ExportCall) => Promise<ExportFile>

/**
 * Writes each file in a process that `start` starts, so that main and windows go on meanwhile.
 *
 * Throws what the process throws, and when it ends without a reply, as without memory.
 */
export function writeInOwnProcess(start: () => ExportProcess): WriteExport {
  return (call) =>
    new Promise((resolve, reject) => {
      const running = start()
      running.once('message', (reply: ExportReply) => {
        running.kill()
        if (reply.ok) resolve(reply.file)
        else reject(reply.thrown)
      })
      // Without effect after a reply.
      running.once('exit', (code) => reject(new Error(`The export process ended with code ${code}.`)))
      running.postMessage(call)
    })
}
