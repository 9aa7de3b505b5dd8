import { type AssetLink, linkScheme } from '../../shared/asset-link'
import { readBucket } from '../connections/aem-hosts'
import { readAssetId } from './asset-id'
import { isDamPath } from './repository-path'

const longestLink = 10_000

/** Whether a word of a command line is a link: the system starts the program with it. */
export function isLink(word: string): boolean {
  return word.toLowerCase().startsWith(`${linkScheme}:`)
}

/**
 * Understands a link to an asset, which any page or mail may hold: nothing but the two names that it is for, each by the rules
 * of its field. null where it is none.
 */
export function readLink(address: string): AssetLink | null {
  const url = parse(address)
  if (url === null) return null
  const [bucket, ...moreBuckets] = url.searchParams.getAll('bucket')
  const [asset, ...moreAssets] = url.searchParams.getAll('asset')
  if (bucket === undefined || asset === undefined || moreBuckets.length + moreAssets.length > 0) return null
  const author = readBucket(bucket)
  const named = readAsset(asset)
  return author.ok && named !== null ? { bucket: author.value, asset: named } : null
}

function parse(address: string): URL | null {
  if (address.length > longestLink) return null
  try {
    const url = new URL(address)
    return isOurs(url) ? url : null
  } catch {
    return null
  }
}

/** Browsers of Windows put a slash behind the host. */
function isOurs({ protocol, host, username, password, pathname, hash }: URL): boolean {
  return (
    protocol === `${linkScheme}:` &&
    host === 'open' &&
    ['', '/'].includes(pathname) &&
    [username, password, hash].every((part) => part === '')
  )
}

function readAsset(text: string): string | null {
  const assetId = readAssetId(text)
  if (assetId.ok) return assetId.value
  return isDamPath(text) ? text : null
}
