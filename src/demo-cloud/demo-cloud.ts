import type { AemContext } from './aem/aem-request'
import type { AssetSeed } from './aem/asset'
import { AssetStore } from './aem/asset-store'
import { aemAllows, answerAem } from './aem/author'
import { SearchIndex } from './aem/search/search-index'
import type { Account, CredentialSeed, DemoCredential } from './credentials/credential'
import { credentialsRefusedByAem } from './credentials/refused-by-aem'
import { credentialsRefusedByIms } from './credentials/refused-by-ims'
import {
  editorCredentialName,
  stageCredentialName,
  workingCredentials,
} from './credentials/working-credentials'
import { demoAssets } from './data/demo-assets'
import { madeAssets } from './data/made-assets'
import { shopAssets } from './data/shop/shop-assets'
import { stageAssets } from './data/stage-assets'
import { failureAssets } from './failures/failure-assets'
import { answerElsewhere } from './http/elsewhere'
import {
  type Listener,
  type ListenOptions,
  listen,
  type RecordedRequest,
  type ServerName,
} from './http/listener'
import { TokenRegister } from './ims/access-token'
import { answerIms, imsAllows } from './ims/ims'
import type { ImsContext } from './ims/ims-request'
import { organizationId } from './ims/organizations'
import { type Switches, setSwitches } from './switches'

export interface DemoCloudOptions {
  /**
   * IMS listens here, AEM on the next port, the target of hostile redirects on the one after, AEM of the stage environment last. Left out
   * or 0: free ports.
   */
  port?: number
  /** Loopback only: these are no servers for a network. */
  host?: '127.0.0.1'
  /** Milliseconds since 1970; decides when tokens expire. */
  clock?: () => number
  /** Where redirecting answers point; by default the cloud's own `elsewhere`. */
  redirectTarget?: string
  switches?: Partial<Switches>
}

export interface DemoAsset {
  assetId: string
  path: string
  shows: string
  /** True when reading it fails, or is answered in an odd way. */
  failing: boolean
}

export interface DemoCloud {
  /** Origin of the IMS stand-in, as `http://127.0.0.1:4010`. */
  ims: string
  /** Origin of the AEM author stand-in. */
  aem: string
  /** Origin to which hostile redirects point. Whatever arrives there was leaked. */
  elsewhere: string
  bucket: string
  /** A second environment of the same program, for the same credentials: another AEM author, whose assets differ a little. */
  stage: {
    aem: string
    bucket: string
    /** Of the credential that may do there what people usually may on stage. */
    credentialName: string
    assets: readonly Pick<DemoAsset, 'assetId' | 'path'>[]
  }
  /** IMS organization of all credentials, as `…@AdobeOrg`. */
  organizationId: string
  /** The first one works and is read-only. */
  credentials: DemoCredential[]
  /** Of the credential that reads and updates metadata, and no more. */
  editorCredentialName: string
  /** What each asset is good for: readable ones first, then the failing ones. Those of the shop and made ones are found by search. */
  assets: DemoAsset[]
  /** The latest requests in the order of arrival. */
  requests: readonly RecordedRequest[]
  /** Ends all connections, also those that hang on purpose. */
  close(): Promise<void>
}

/** The cloud also runs for days inside the app. */
const keptRequests = 1000
const bucket = 'author-p10001-e20001'
const stageBucket = 'author-p10001-e20002'
const credentialSeeds: readonly CredentialSeed[] = [
  ...workingCredentials,
  ...credentialsRefusedByAem,
  ...credentialsRefusedByIms,
]
const assetSeeds = [...demoAssets, ...failureAssets]
const stageSeeds = stageAssets(demoAssets)

/**
 * Starts a local stand-in for Adobe IMS and an AEM as a Cloud Service author on the loopback interface.
 *
 * @throws the system's error when a named port cannot be had; its `port` says which.
 */
export async function startDemoCloud(options: DemoCloudOptions = {}): Promise<DemoCloud> {
  const { port = 0, host = '127.0.0.1', clock = Date.now } = options
  const switches = setSwitches(options.switches ?? {})
  const requests: RecordedRequest[] = []
  function record(request: RecordedRequest): void {
    requests.push(request)
    if (requests.length > keptRequests) requests.shift()
  }
  const listeners: Listener[] = []
  async function open(server: ServerName, offset: number, service: Pick<ListenOptions, 'answer' | 'allow'>) {
    const listener = await listen({ server, host, port: port === 0 ? 0 : port + offset, record, ...service })
    listeners.push(listener)
    return listener.origin
  }
  async function close(): Promise<void> {
    return void (await Promise.all(listeners.map((listener) => listener.close())))
  }

  try {
    const elsewhere = await open('elsewhere', 2, { answer: answerElsewhere, allow: () => 'GET, HEAD, POST' })
    const tokens = new TokenRegister()
    const redirectTarget = options.redirectTarget ?? `${elsewhere}/captured`
    const shared = { tokens, switches, now: clock, redirectTarget }
    const imsContext: ImsContext = { ...shared, accounts: accountsOf(credentialSeeds), attempts: new Map() }
    function openAuthor(seeds: readonly AssetSeed[], ofBucket: string, offset: number): Promise<string> {
      const assets = new AssetStore(seeds, ofBucket, switches)
      const search = new SearchIndex(assets, switches)
      const context: AemContext = { ...shared, assets, search, jobs: new Map(), encounters: new Map() }
      return open('aem', offset, {
        answer: (exchange) => answerAem(context, exchange),
        allow: (pathname) => aemAllows(context, pathname),
      })
    }
    const authorSeeds = [...assetSeeds, ...shopAssets, ...madeAssets(switches.madeAssets)]
    return {
      ims: await open('ims', 0, {
        answer: (exchange) => answerIms(imsContext, exchange),
        allow: imsAllows,
      }),
      aem: await openAuthor(authorSeeds, bucket, 1),
      elsewhere,
      bucket,
      stage: {
        aem: await openAuthor(stageSeeds, stageBucket, 3),
        bucket: stageBucket,
        credentialName: stageCredentialName,
        assets: stageSeeds.map(({ assetId, path }) => ({ assetId, path })),
      },
      organizationId,
      credentials: credentialSeeds.map(({ credential }) => credential),
      editorCredentialName,
      assets: listAssets(switches),
      requests,
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** Readable ones first. */
function listAssets(switches: Switches): DemoAsset[] {
  const listed = assetSeeds.map((seed) => {
    const { assetId, path, shows } = seed
    return { assetId, path, shows, failing: isFailing(seed, switches) }
  })
  return [...listed.filter(({ failing }) => !failing), ...listed.filter(({ failing }) => failing)]
}

function isFailing(seed: AssetSeed, { nonFilesHaveMetadata, idChangesWithBinary }: Switches): boolean {
  const isLeftOut = seed.assetClass !== 'file' && !nonFilesHaveMetadata
  const hasNewId = seed.idSinceReplacement !== undefined && idChangesWithBinary
  return seed.failure !== undefined || isLeftOut || hasNewId
}

function accountsOf(seeds: readonly CredentialSeed[]): Map<string, Account> {
  return new Map(seeds.flatMap(({ account }) => (account === null ? [] : [[account.clientId, account]])))
}
