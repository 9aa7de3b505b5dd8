import { tabulateJson } from '../metadata/tabulate-json'
import { writeExport } from './export-metadata'
import type { ExportCall, ExportReply } from './export-protocol'

/** Writes one file outside the main process, which a workbook of 100,000 values would block for seconds. */
async function answer({ request, words }: ExportCall): Promise<ExportReply> {
  const { assetId, text, format } = request
  try {
    return { ok: true, file: await writeExport({ assetId, text, rows: tabulateJson(text) }, format, words) }
  } catch (thrown) {
    return { ok: false, thrown }
  }
}

process.parentPort.once('message', ({ data }: { data: ExportCall }) => {
  void answer(data).then((reply) => process.parentPort.postMessage(reply))
})
