export const linkScheme = 'asset-inspector'

/** What a link to an asset names: an environment by its author bucket, and an asset by its ID or repository path. */
export type AssetLink = { bucket: string; asset: string }

/** A link that the system has handed to the program; `link` is null where it names no asset. */
export type OpenedLink = { link: AssetLink | null }

/** A link to send to a colleague, without anything of a credential. */
export function linkTo({ bucket, asset }: AssetLink): string {
  function written(text: string): string {
    return encodeURIComponent(text).replaceAll('%3A', ':').replaceAll('%2F', '/')
  }
  return `${linkScheme}://open?bucket=${written(bucket)}&asset=${written(asset)}`
}
