import { join } from 'node:path'
import { createKeptStore, type KeptFolder, type KeptStore, type SeenBody } from '../../src/main/kept/kept'
import { openKeptFolder } from '../../src/main/kept/open-kept'
import { tabulateJson } from '../../src/main/metadata/tabulate-json'
import { tempFolder } from './serve'
import { createSettableClock } from './settable-clock'

export const asset = {
  connectionId: 'dev',
  author: 'https://author-p1-e2.adobeaemcloud.com',
  clientId: 'client',
  assetId: 'urn:aaid:aem:1',
}

export function bodyOf(text: string, parts: Partial<SeenBody> = {}): SeenBody {
  return {
    ...asset,
    text,
    rows: tabulateJson(text),
    etag: '"1"',
    readAt: '2026-03-01T12:00:00.000Z',
    ...parts,
  }
}

/** The body of an asset with that title. */
export function titled(title: string): string {
  return JSON.stringify({
    assetMetadata: { 'dc:title': title },
    repositoryMetadata: { 'repo:name': 'a.jpg', 'repo:path': '/content/dam/a.jpg' },
  })
}

/** What is kept in a folder that outlives the program; `restart` starts it again. */
export function openKept(limitBytes = 1_000_000, breakFolder = (folder: KeptFolder) => folder) {
  const folder = join(tempFolder(), 'kept')
  const clock = createSettableClock(Date.parse('2026-03-01T12:00:00Z'))
  function restart(): KeptStore {
    return createKeptStore(openKeptFolder(folder), clock, limitBytes)
  }
  const kept = createKeptStore(breakFolder(openKeptFolder(folder)), clock, limitBytes)
  return { folder, clock, kept, restart }
}
