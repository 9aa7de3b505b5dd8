import { LRUCache } from 'lru-cache'
import type { MetadataReading } from '../../shared/metadata'
import type { AccessTokens } from './access-tokens'
import type { Clock } from './clock'
import type { SendHttp } from './http'
import type { TokenGrant } from './ims'
import {
  describeMetadataRequest,
  type MetadataTarget,
  type ReportStage,
  sendMetadataRequest,
  understandMetadata,
} from './metadata-request'

export type Metadata = {
  /**
   * Reads an asset's metadata, asking AEM only for what changed since the last reading of this program.
   *
   * Throws a `Failure` of kind `failure` or `keychain`, or the signal's reason.
   */
  read: (target: MetadataTarget, signal: AbortSignal, report: ReportStage) => Promise<MetadataReading>
  /** Drops what is held of a connection. */
  drop: (connectionId: string) => void
}

const mostHeldCharacters = 64 * 1_024 * 1_024

export const createMetadata = (http: SendHttp, tokens: AccessTokens, clock: Clock): Metadata => {
  const held = new LRUCache<string, MetadataReading>({
    maxSize: mostHeldCharacters,
    sizeCalculation: ({ text, rows }) => text.length + rows.length * 2 + 1,
  })

  const read: Metadata['read'] = async (target, signal, report) => {
    const key = heldKey(target)
    const before = held.get(key) ?? null
    const asked = describeMetadataRequest(target, clock.now())
    const send = (grant: TokenGrant) =>
      sendMetadataRequest(
        http,
        asked,
        { grant, clientId: target.need.clientId, etag: before?.etag ?? null },
        signal,
        report,
      )

    report('token')
    const grant = await tokens.obtain(target.need, signal)
    let answer = await send(grant)
    if (answer.status === 401) {
      // IMS may have withdrawn the token early: one new token, one more try, then AEM's word counts.
      report('token')
      answer = await send(await tokens.replace(grant, target.need, signal))
    }
    if (answer.status === 304 && before?.etag) {
      const confirmed = {
        ...before,
        confirmedAt: new Date(clock.now()).toISOString(),
        durationMs: Math.round(answer.durationMs),
      }
      held.set(key, confirmed)
      return confirmed
    }
    report('parse')
    const reading = understandMetadata(asked, answer, target, clock)
    held.set(key, reading)
    return reading
  }

  return {
    read,
    drop: (connectionId) => {
      for (const key of held.keys()) if (key.startsWith(`${connectionId} `)) held.delete(key)
    },
  }
}

const heldKey = ({ connectionId, aemHost, assetId, need }: MetadataTarget): string =>
  `${connectionId} ${aemHost} ${need.clientId} ${assetId}`
