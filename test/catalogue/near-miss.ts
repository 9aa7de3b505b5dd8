import type { CauseId } from '../../src/shared/failure-catalogue'
import { answerJson, startTestServer } from '../support/test-server'
import type { Bench, Find } from './bench'
import { plainSubject, sendToken } from './subjects'

/** What a server sends. */
export type Sent = { status: number; type: string; body: string }

/** An answer that resembles one of the catalogue, or is one in a form that must not matter. */
export type NearMiss = {
  name: string
  /** Who sends it; `change` is AEM, asked for a change as well as for a reading. */
  from: 'ims' | 'aem' | 'change'
  sent: Sent
  expected: CauseId
}

export function problem(status: number, members: object): Sent {
  return {
    status,
    type: 'application/problem+json',
    body: JSON.stringify(members),
  }
}

export function json(status: number, members: unknown): Sent {
  return {
    status,
    type: 'application/json',
    body: JSON.stringify(members),
  }
}

export function html(status: number, title: string, text: string): Sent {
  return {
    status,
    type: 'text/html; charset=utf-8',
    body: `<!DOCTYPE html><html lang="en"><head><title>${title}</title></head><body><p>${text}</p></body></html>`,
  }
}

export function plain(status: number, body: string): Sent {
  return { status, type: 'text/plain', body }
}

export function problemType(name: string): string {
  return `https://api.adobeaemcloud.com/adobe/meta/errors/${name}`
}

/** Has a check meet the answer, and gives what it made of it: one cause for each request that was answered so. */
export async function diagnose(bench: Bench, { from, sent }: NearMiss): Promise<readonly Find[]> {
  const ims = await startTestServer((request, response) => {
    const isToken = request.path === '/ims/token/v3'
    if (from === 'ims' && isToken)
      response.writeHead(sent.status, { 'Content-Type': sent.type }).end(sent.body)
    else sendToken(response)
  })
  const aem = await startTestServer((request, response) => {
    const isAsset = request.path.startsWith('/adobe/')
    if (isAsset) response.writeHead(sent.status, { 'Content-Type': sent.type }).end(sent.body)
    else answerJson(response, {}, 404)
  })
  try {
    const subject = { ...plainSubject, imsHost: ims.origin, aemHost: aem.origin }
    if (from !== 'change') return await bench.check(subject)
    return (await bench.probeChange(subject)).filter(([step]) => step === 'write')
  } finally {
    await ims.close()
    await aem.close()
  }
}
