import { randomUUID } from 'node:crypto'
import { BrowserWindow, type Session, session } from 'electron'
import { type Paper, printWindowOptions } from './print-options'
import { closeNetwork } from './web-guards'

/** In memory, and of no other page. */
const partition = 'print'

/** Chromium's net::ERR_FILE_NOT_FOUND. */
const fileNotFound = -6

export type PrintPdf = (html: string, paper: Paper) => Promise<Uint8Array>

/** Prints documents of the program's own as PDF, in a window that nobody sees. */
export function createPdfPrinter(): PrintPdf {
  const documents = new Map<string, string>()
  let prepared: Promise<void> | null = null
  async function prepare(own: Session): Promise<void> {
    own.protocol.registerBufferProtocol('app', ({ url }, answer) => {
      const html = documents.get(url)
      if (html === undefined) answer({ error: fileNotFound })
      else answer({ data: Buffer.from(html), headers: { 'content-type': 'text/html; charset=utf-8' } })
    })
    await closeNetwork(own)
  }
  return async (html, paper) => {
    prepared ??= prepare(session.fromPartition(partition))
    await prepared
    const url = `app://print/${randomUUID()}`
    documents.set(url, html)
    const window = new BrowserWindow(printWindowOptions(partition))
    try {
      await window.loadURL(url)
      return await window.webContents.printToPDF({ pageSize: paper, printBackground: true })
    } finally {
      documents.delete(url)
      window.destroy()
    }
  }
}
