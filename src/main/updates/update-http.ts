import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { RequestOptions } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { type DownloadOptions, HttpExecutor } from 'builder-util-runtime'
import type { Download } from '../calls/electron-download'
import { HttpProblem, type SendHttp } from '../calls/http'
import { UpdateProblem } from './update-problem'

const ok = 200
const notFound = 404

const answerDeadlineMs = 30_000
const stallDeadlineMs = 60_000
const mostRedirects = 5
/** Release notes included. */
const largestDescription = 1_000_000
const largestFile = 2_000_000_000

export type UpdateCalls = { send: SendHttp; download: Download }

type Running = { signal: AbortSignal; onReceived: (received: number, total: number | null) => void }

/**
 * The HTTP of electron-updater, by our own calls: the user's proxy and authorities, deadlines, a cap on what is read, nothing that
 * is not encrypted, and no ID of this installation, which its own requests carry (`x-user-staging-id`).
 */
export class UpdateHttp extends HttpExecutor<never> {
  /** Of the operation that is running: electron-updater runs one at a time. */
  running: Running = { signal: AbortSignal.abort(), onReceived: () => undefined }
  private readonly calls: UpdateCalls

  constructor(calls: UpdateCalls) {
    super()
    this.calls = calls
  }

  override async request(options: RequestOptions): Promise<string | null> {
    const answer = await followRedirects(urlOf(options), (url) =>
      this.calls.send({
        method: 'GET',
        url,
        headers: { Accept: '*/*', 'Cache-Control': 'no-cache' },
        body: null,
        signal: this.running.signal,
        headersDeadlineMs: answerDeadlineMs,
        totalDeadlineMs: stallDeadlineMs,
        maxBytes: largestDescription,
        onReceived: () => undefined,
      }),
    )
    if (answer.status === notFound) throw new UpdateProblem('no-release')
    if (answer.status !== ok) throw new UpdateProblem('server', String(answer.status))
    return new TextDecoder().decode(answer.body)
  }

  async download(url: URL, file: string, { sha512 }: DownloadOptions): Promise<string> {
    const { signal, onReceived } = this.running
    const status = await followRedirects(url, (at) =>
      this.calls.download({
        url: at,
        file,
        signal,
        stallDeadlineMs,
        maxBytes: largestFile,
        onReceived,
      }),
    )
    if (status !== ok) throw new UpdateProblem('server', String(status))
    if (!sha512) throw new UpdateProblem('not-readable')
    await verifyChecksum(file, [sha512])
    return file
  }

  override createRequest(): never {
    throw new Error('Updates go by our own calls')
  }
}

function urlOf({ protocol, hostname, port, path }: RequestOptions): URL {
  return new URL(`${protocol ?? 'https:'}//${hostname ?? ''}${port ? `:${port}` : ''}${path ?? '/'}`)
}

/** From https to https alone, so that nobody on the way can send the program elsewhere. */
async function followRedirects<Answer>(start: URL, go: (url: URL) => Promise<Answer>): Promise<Answer> {
  let url = start
  for (let left = mostRedirects; ; left -= 1) {
    try {
      return await go(url)
    } catch (thrown) {
      if (!(thrown instanceof HttpProblem) || thrown.refused !== 'redirect' || thrown.target === null)
        throw thrown
      const target = new URL(thrown.target, url)
      if (left === 0 || target.protocol !== url.protocol || target.href === url.href) {
        throw new UpdateProblem('refused-address', target.href)
      }
      url = target
    }
  }
}

/** Throws where the file has none of these SHA-512, in Base64 or hexadecimal. */
export async function verifyChecksum(file: string, sha512: readonly string[]): Promise<void> {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  const digest = hash.digest()
  if (!sha512.includes(digest.toString('base64')) && !sha512.includes(digest.toString('hex'))) {
    throw new UpdateProblem('checksum')
  }
}
