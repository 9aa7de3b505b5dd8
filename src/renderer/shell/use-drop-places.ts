import { longestAssetText } from '../../shared/asset-reference'
import type { Connection } from '../../shared/connections'
import { unwrap } from '../desktop/desktop'
import type { AssetRequests } from '../features/assets/reading/asset-requests'
import { readDroppedFile } from '../features/imports/read-dropped-file'
import type { Place } from './use-place'

type Options = {
  place: Place
  connection: Connection | null
  requests: AssetRequests
  /** Looks for a credential. */
  importFiles: (files: readonly File[]) => void
}

/** Where a dropped file or text goes: what names assets into the request bar, where there is one; other files to the import. */
export function useDropPlaces({ place, connection, requests, importFiles }: Options) {
  const browsed = place.page === 'browse' ? connection : null

  function fill({ id, bucket }: Connection, text: string) {
    const asset = text.trim()
    requests.type(id, { bucket, asset: asset.replace(/\s+/g, ' ') }, /[\r\n\t]/.test(asset) ? text : null)
  }
  async function takeFiles(files: readonly File[]): Promise<void> {
    const text = browsed && (await assetsIn(browsed.id, files))
    if (browsed && text !== null) fill(browsed, text)
    else importFiles(files)
  }
  return {
    onDropFiles: (files: readonly File[]) => void takeFiles(files),
    onDropText:
      browsed &&
      ((text: string) => {
        if (text.trim() !== '' && text.length <= longestAssetText) fill(browsed, text)
      }),
  }
}

/** The text of the one file, where it names assets; else null. */
async function assetsIn(connectionId: string, files: readonly File[]): Promise<string | null> {
  const dropped = await readDroppedFile(files)
  if ('refusal' in dropped || dropped.text.length > longestAssetText) return null
  const { text } = dropped
  try {
    const named = await unwrap(window.desktop.understandAsset({ connectionId, text }))
    return named.understood && named.references.length > 0 ? text : null
  } catch {
    return null
  }
}
