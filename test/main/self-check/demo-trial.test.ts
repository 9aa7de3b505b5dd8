import { expect, it } from 'vitest'
import { createAccessTokens } from '../../../src/main/calls/access-tokens'
import { systemClock } from '../../../src/main/calls/clock'
import { createMetadata } from '../../../src/main/metadata/metadata'
import { tryDemo } from '../../../src/main/self-check/demo-trial'
import { createMemorySecretStore } from '../../support/memory-secret-store'
import { createNodeHttp } from '../../support/node-http'

const { signal } = new AbortController()

it('the trial of the demo reads an asset, and leaves the keychain alone', async () => {
  const http = createNodeHttp()
  const metadata = createMetadata(http, createAccessTokens(http, systemClock), systemClock)
  const keychain = createMemorySecretStore()
  keychain.failWith('absent')
  const outcome = await tryDemo(metadata, keychain, signal)
  expect(outcome).toMatchObject({ state: 'ok', code: 'demo-read' })
  expect(Number(outcome.values.rows)).toBeGreaterThan(50)
})

it('the trial of the demo fails with what the reading says', async () => {
  const http = createNodeHttp()
  const metadata = createMetadata(http, createAccessTokens(http, systemClock), systemClock)
  const ended = AbortSignal.abort(new Error('ended'))
  await expect(tryDemo(metadata, createMemorySecretStore(), ended)).rejects.toThrow('ended')
})
