import type { DemoCredential } from '../../../src/demo-cloud/credentials/credential'
import type { DemoCloud } from '../../../src/demo-cloud/demo-cloud'
import type { ConnectionWords, MainWindow } from './main-window'

/** What a user copies from Adobe's consoles for a credential of a demo cloud, and the hosts of that cloud. */
export function connectionTo(
  cloud: DemoCloud,
  credentialName: string,
): Required<Omit<ConnectionWords, 'environment'>> {
  const { name, clientId, clientSecret, scopes } = credentialNamed(cloud, credentialName)
  return {
    name,
    bucket: cloud.bucket,
    clientId,
    secret: clientSecret,
    scopes: scopes.join(', '),
    imsHost: cloud.ims,
    aemHost: cloud.aem,
  }
}

/** The same for the cloud's second environment. */
export function stageConnectionTo(
  cloud: DemoCloud,
  credentialName: string,
): ReturnType<typeof connectionTo> & Pick<ConnectionWords, 'environment'> {
  const { aem: aemHost, bucket } = cloud.stage
  return { ...connectionTo(cloud, credentialName), name: 'Live', environment: 'Stage', bucket, aemHost }
}

export function addConnectionTo(window: MainWindow, cloud: DemoCloud, credentialName: string): Promise<void> {
  return window.addConnection(connectionTo(cloud, credentialName))
}

function credentialNamed(cloud: DemoCloud, name: string): DemoCredential {
  const credential = cloud.credentials.find((candidate) => candidate.name === name)
  if (!credential) throw new Error(`The demo cloud has no credential named ${name}`)
  return credential
}

/** The ID of the asset whose path ends in this way. */
export function assetAt(cloud: DemoCloud, pathEnd: string): string {
  const asset = cloud.assets.find(({ path }) => path.endsWith(pathEnd))
  if (!asset) throw new Error(`The demo cloud has no asset at ${pathEnd}`)
  return asset.assetId
}

/** What the cloud heard, by the server that heard it. */
export function requestsTo(cloud: DemoCloud, server: 'ims' | 'aem' | 'elsewhere') {
  return cloud.requests.filter((request) => request.server === server)
}
