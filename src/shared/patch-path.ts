/** The steps of a path below `assetMetadata`, in whichever form it is written; see `patch-operations.ts`. */
export function decodePath(path: string): string[] {
  const steps = (path.startsWith('/') ? path.slice(1) : path).split('/')
  const decoded = steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
  const below = decoded[0] === 'assetMetadata' ? decoded.slice(1) : decoded
  return below.length === 1 && below[0] === '' ? [] : below
}
