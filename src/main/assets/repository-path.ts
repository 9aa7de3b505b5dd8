const root = '/content/dam/'
const longest = 2_000

/** A name that would mean something else than a name in a path, or that no repository has. */
function isName(segment: string): boolean {
  return (
    segment !== '' && segment !== '.' && segment !== '..' && !/[\u0000-\u001f\u007f-\u009f\\]/.test(segment)
  )
}

function hasLoneSurrogate(text: string): boolean {
  return /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text)
}

function decodeOnce(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/** Takes percent-encoding away, also where something has encoded the text a second time; null where it is broken. */
export function decodePercent(text: string): string | null {
  const once = decodeOnce(text)
  return once !== null && /%[\da-f]{2}/i.test(once) ? decodeOnce(once) : once
}

/** The part of a decoded path from `/content/dam/` on, if it is a path of the repository and no more than that. */
export function damPathIn(decoded: string): string | null {
  const start = decoded.indexOf(root)
  if (start < 0) return null
  const path = decoded.slice(start).replace(/\/+$/, '')
  const segments = path.slice(root.length).split('/')
  return path.length <= longest && segments.every(isName) && !hasLoneSurrogate(path) ? path : null
}

/** A path with what stood behind the asset in it: Sling's renderings and the nodes below an asset. */
export function assetPathOf(path: string): { path: string; behind: 'json' | 'node' | null } | null {
  const node = /^(.*?)\/(?:jcr:content|_jcr_content)(?:[/.].*)?$/s.exec(path)?.[1]
  const asset = node ?? path.replace(/(?:\.(?:tidy|-?\d{1,4}|infinity))*\.json$/, '')
  const damPath = damPathIn(asset)
  if (damPath === null) return null
  if (node !== undefined) return { path: damPath, behind: 'node' }
  return { path: damPath, behind: damPath === path ? null : 'json' }
}

/** Each name of a path is one segment of the address. */
function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}

/** The address of a node's JSON rendering on an AEM host. */
export function jsonAddressOf(origin: string, path: string): URL {
  return new URL(`${encodePath(path)}.json`, origin)
}

/** The address of the page that AEM's author has for an asset, in its classic and its newer interface. */
export function detailsAddressOf(origin: string, path: string): URL {
  return new URL(`/assetdetails.html${encodePath(path)}`, origin)
}

/** Whether a text is a path as `damPathIn` gives it. */
export function isDamPath(text: string): boolean {
  return text.startsWith(root) && damPathIn(text) === text
}
