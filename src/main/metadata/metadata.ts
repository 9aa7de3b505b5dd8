import { LRUCache } from 'lru-cache'
import type { MetadataReading } from '../../shared/metadata'
import type { AccessTokens } from '../calls/access-tokens'
import type { Clock } from '../calls/clock'
import type { Asked } from '../calls/diagnose'
import type { HttpAnswer, SendHttp } from '../calls/http'
import type { TokenGrant } from '../calls/ims'
import { type CallRecorder, withExchange } from '../calls/record-call'
import type { ReportStage } from '../calls/running-work'
import { withToken } from '../calls/with-token'
import {
  describeMetadataRequest,
  type MetadataTarget,
  recordMetadataRequest,
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
  /** Drops the cached readings of a connection. */
  drop: (connectionId: string) => void
}

type ReadingWork = {
  target: MetadataTarget
  before: MetadataReading | null
  asked: Asked
  /** Sent to get only what changed since. */
  etag: string | null
  call: CallRecorder
  signal: AbortSignal
  report: ReportStage
}

const mostCachedCharacters = 64 * 1_024 * 1_024

export function createMetadata(http: SendHttp, tokens: AccessTokens, clock: Clock): Metadata {
  const cache = new LRUCache<string, MetadataReading>({
    maxSize: mostCachedCharacters,
    sizeCalculation: ({ text, rows }) => text.length + rows.length * 2 + 1,
  })

  const read: Metadata['read'] = async (target, signal, report) => {
    const before = cache.get(cacheKey(target)) ?? null
    const asked = describeMetadataRequest(target, clock.now())
    const etag = before?.etag ?? null
    const call = recordMetadataRequest(asked, target, etag, clock)
    const work: ReadingWork = { target, before, asked, etag, call, signal, report }
    try {
      const understood = understand(work, await send(work))
      // The connection may have been forgotten meanwhile, and what was cached of it dropped.
      signal.throwIfAborted()
      const reading = { ...understood, exchange: call.exchange() }
      cache.set(cacheKey(target), reading)
      return reading
    } catch (thrown) {
      throw withExchange(thrown, call)
    }
  }

  function send({ target, asked, etag, call, signal, report }: ReadingWork): Promise<HttpAnswer> {
    const { clientId } = target.need
    function sendWith(grant: TokenGrant) {
      return sendMetadataRequest(http, asked, { grant, clientId, etag }, signal, report, call)
    }
    function beginToken() {
      report('token')
      call.begin('token')
    }
    return withToken({ tokens, need: target.need, signal, onToken: beginToken }, sendWith)
  }

  function understand(
    { target, before, asked, call, report }: ReadingWork,
    answer: HttpAnswer,
  ): Omit<MetadataReading, 'exchange'> {
    if (answer.status === 304 && before?.etag) {
      return {
        ...before,
        confirmedAt: new Date(clock.now()).toISOString(),
        durationMs: Math.round(answer.durationMs),
      }
    }
    report('parse')
    call.begin('understanding')
    return understandMetadata(asked, answer, target, clock)
  }

  return {
    read,
    drop: (connectionId) => {
      for (const key of cache.keys()) if (key.startsWith(`${connectionId} `)) cache.delete(key)
    },
  }
}

function cacheKey({ connectionId, aemHost, assetId, need }: MetadataTarget): string {
  return `${connectionId} ${aemHost} ${need.clientId} ${assetId}`
}
