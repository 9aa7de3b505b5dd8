import { describe, expect, it } from 'vitest'
import { describeForLog } from '../../../src/main/failures/describe-for-log'
import { Failure } from '../../../src/main/failures/failure'
import type { AppError } from '../../../src/shared/result'

const evidence = {
  method: 'GET',
  url: 'https://canary.example/adobe/assets/canary/metadata',
  status: 403,
  contentType: 'application/json; canary',
  requestId: 'abc-1',
  excerpt: 'canary',
  at: '2026-03-01T12:00:00.000Z',
  durationMs: 1,
}

describe('what the log says of a failure', () => {
  it.each<[AppError, string]>([
    [
      { kind: 'failure', cause: 'aem-read-refused', values: { assetId: 'canary', host: 'canary' }, evidence },
      'aem-read-refused, status 403, request abc-1',
    ],
    [
      { kind: 'failure', cause: 'unknown-network', values: { detail: 'canary' }, evidence: null },
      'unknown-network',
    ],
    [
      {
        kind: 'input',
        problems: [{ field: 'scopes', code: 'scope-characters', values: { character: 'canary' } }],
      },
      'input scopes scope-characters',
    ],
    [{ kind: 'keychain', problem: 'refused', detail: 'canary' }, 'keychain refused'],
    [
      {
        kind: 'storage',
        path: '/home/canary.json',
        detail: "ENOSPC: no space left on device, write '/canary'",
      },
      'storage ENOSPC',
    ],
    [{ kind: 'gone' }, 'gone'],
  ])('is its kind and cause: %j', (error, words) => {
    expect(describeForLog(new Failure(error))).toBe(words)
  })
})

describe('what the log says of a bug', () => {
  function thrownBy(work: () => unknown): unknown {
    try {
      return work()
    } catch (thrown) {
      return thrown
    }
  }

  it.each<[string, () => unknown]>([
    ['a text that is not JSON', () => JSON.parse('canary')],
    ['a message of several lines', () => Promise.reject(new Error('a\n    at canary (canary.ts:1:1)\nb'))],
    ['a member that is missing', () => Reflect.get(Object('canary'), 'x').canary],
    [
      'a message that was changed',
      () => {
        throw Object.assign(new Error('canary'), { message: 'other' })
      },
    ],
    [
      'a name that was changed',
      () => {
        throw Object.assign(new Error('x'), { name: 'canary of a name' })
      },
    ],
    [
      'a text',
      () => {
        throw 'canary'
      },
    ],
  ])('holds nothing of its message: %s', async (_name, work) => {
    const thrown = await Promise.resolve(thrownBy(work)).catch((reason: unknown) => reason)
    expect(describeForLog(thrown)).not.toContain('canary')
  })

  it('is where it happened, by files without their folders', () => {
    expect(describeForLog(new TypeError('x'))).toMatch(
      /^TypeError at (\S+ )*describe-for-log\.test\.ts:\d+:\d+ at /,
    )
  })

  it('has the code of the system', () => {
    expect(describeForLog(Object.assign(new Error('/canary'), { code: 'EACCES' }))).toMatch(
      /^EACCES Error at /,
    )
  })
})
