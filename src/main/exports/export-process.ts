import type { ExportCall, ExportReply } from './export-protocol'
import { writeFileOf } from './write-file'

/** Writes one file outside the main process, which a workbook of 100,000 values would block for seconds. */
async function answer(call: ExportCall): Promise<ExportReply> {
  try {
    return { ok: true, file: await writeFileOf(call) }
  } catch (thrown) {
    return { ok: false, thrown }
  }
}

process.parentPort.once('message', ({ data }: { data: ExportCall }) => {
  void answer(data).then((reply) => process.parentPort.postMessage(reply))
})
