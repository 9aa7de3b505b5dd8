import type { Switches } from '../../../src/demo-cloud/switches'
import { createAccessTokens } from '../../../src/main/calls/access-tokens'
import type { Wait } from '../../../src/main/calls/clock'
import type { ConnectionAccess } from '../../../src/main/connections/connection-access'
import { createSearchAssets } from '../../../src/main/search/search-assets'
import { type AskAuthor, createAskAuthor } from '../../../src/main/search/search-call'
import { noFilters, type SearchFilters, type SearchProgress } from '../../../src/shared/search'
import { startCloud, tokenFields } from '../../demo-cloud/client'
import { createNodeHttp } from '../../support/node-http'
import { serve } from '../../support/serve'
import { createSettableClock } from '../../support/settable-clock'
import { type Answer, answerJson } from '../../support/test-server'

/** Pauses are over at once. */
const noWait: Wait = async () => undefined

function askWithNode(): AskAuthor {
  const http = createNodeHttp()
  const clock = createSettableClock(Date.now())
  return createAskAuthor(http, createAccessTokens(http, clock), clock)
}

/** Searches for real, and gathers what was told on the way and at the end. */
export function searchOn(target: ConnectionAccess) {
  const ask = askWithNode()
  const search = createSearchAssets({ ask, clock: createSettableClock(), wait: noWait })
  return {
    ask,
    search: async (
      { text = '', filters = {} }: { text?: string; filters?: Partial<SearchFilters> } = {},
      signal = new AbortController().signal,
    ) => {
      const reports: Omit<SearchProgress, 'ticket'>[] = []
      const task = { text, filters: { ...noFilters, ...filters } }
      const outcome = await search(target, task, signal, (progress) => reports.push(progress))
      const rest = outcome.outcome === 'found' ? outcome.rest : []
      return { outcome, reports, found: [...reports.flatMap(({ assets }) => assets), ...rest] }
    },
  }
}

/** A search on the demo cloud. */
export async function searchInCloud(switches: Partial<Switches> = {}) {
  const cloud = await startCloud({ switches })
  const [credential] = cloud.credentials
  if (credential === undefined) throw new Error('The cloud has no credential')
  const { client_id: clientId = '', client_secret: secret = '' } = tokenFields(credential)
  const { scopes } = credential
  const target: ConnectionAccess = {
    connectionId: 'c',
    aemHost: cloud.aem,
    author: cloud.aem,
    bucket: cloud.bucket,
    need: { connectionId: 'c', imsHost: cloud.ims, clientId, scopes, readSecret: async () => secret },
  }
  return { cloud, target, ...searchOn(target) }
}

/** A search on a server that answers as the test says. */
export async function searchOnServer(answer: Answer) {
  const ims = await serve((_request, response) =>
    answerJson(response, { access_token: 'token', token_type: 'bearer', expires_in: 86_399 }),
  )
  const aem = await serve(answer)
  const need = { connectionId: 'c', imsHost: ims.origin, clientId: 'client', scopes: ['openid'] }
  const target: ConnectionAccess = {
    connectionId: 'c',
    aemHost: aem.origin,
    author: aem.origin,
    bucket: 'author-p1-e2',
    need: { ...need, readSecret: async () => 'secret' },
  }
  return { ims, aem, target, ...searchOn(target) }
}
