import type { DemoCredential } from './credentials/credential'
import type { DemoAsset, DemoCloud } from './demo-cloud'

/** One line of JSON for scripts. */
export function describeAsJson(cloud: DemoCloud): string {
  const { ims, aem, bucket, organizationId, credentials, assets, stage } = cloud
  const listedAssets = assets.map(({ assetId, path, shows }) => ({ assetId, path, shows }))
  const listing = { ims, aem, bucket, organizationId, credentials, assets: listedAssets, stage }
  return `${JSON.stringify(listing)}\n`
}

/** The same for people, with the tutorial's calls ready to paste. */
export function describeAsText(cloud: DemoCloud): string {
  const { ims, aem, elsewhere, bucket, organizationId, credentials, assets, stage } = cloud
  return [
    `IMS        ${ims}   POST /ims/token/v3, organization ${organizationId}`,
    `AEM        ${aem}   bucket ${bucket}`,
    `Stage      ${stage.aem}   bucket ${stage.bucket}, a second environment whose assets differ a little`,
    `Elsewhere  ${elsewhere}   where hostile redirects point; nothing should arrive there`,
    '',
    'Credentials',
    ...credentials.map(describeCredential),
    'Assets',
    ...assets.filter(({ failing }) => !failing).map(describeAsset),
    'Assets that fail, or are answered in an odd way',
    ...assets.filter(({ failing }) => failing).map(describeAsset),
    ...describeCurl(cloud),
    'Runs until Ctrl+C.',
    '',
  ].join('\n')
}

function describeCredential({ name, clientId, clientSecret, scopes, shows }: DemoCredential): string {
  return `  ${name}\n    ${shows}\n    client ID ${clientId}   secret ${clientSecret}\n    scopes ${scopes.join(',')}\n`
}

function describeAsset({ assetId, path, shows }: DemoAsset): string {
  return `  ${assetId}\n    ${shows}\n    ${path}\n`
}

function describeCurl({ ims, aem, credentials, assets }: DemoCloud): string[] {
  const [credential] = credentials
  const [asset] = assets
  if (credential === undefined || asset === undefined) return []
  const { clientId, clientSecret, scopes } = credential
  const url = `${aem}/adobe/assets/${asset.assetId}/metadata`
  const headers = `-H "Authorization: Bearer $TOKEN" -H "X-Api-Key: ${clientId}" -H "X-Adobe-Accept-Experimental: 1"`
  return [
    'Try it: a token, metadata, and a change that the read-only account may not make',
    `  TOKEN=$(curl -s ${ims}/ims/token/v3 -d grant_type=client_credentials -d client_id=${clientId} \\`,
    `    --data-urlencode client_secret=${clientSecret} -d scope=${scopes.join(',')} | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')`,
    `  curl -i ${url} ${headers}; echo`,
    `  curl -i -X PATCH ${url} ${headers} \\`,
    `    -H "Content-Type: application/json-patch+json" -H "If-Match: *" -d '[{"op":"add","path":"/dc:title","value":"foo"}]'; echo`,
    '',
  ]
}
