import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'

export interface Reply {
  status: number
  headers?: OutgoingHttpHeaders
  body?: string | Buffer
}

/** Sends a whole answer. A HEAD answer keeps its headers, as Node leaves the body out by itself. */
export function send(response: ServerResponse, reply: Reply): void {
  const { status, headers = {}, body } = reply
  const bytes = body === undefined ? undefined : Buffer.from(body)
  const mayHaveBody = status !== 204 && status !== 304
  response.writeHead(status, mayHaveBody ? { 'content-length': bytes?.length ?? 0, ...headers } : headers)
  response.end(mayHaveBody ? bytes : undefined)
}

export function jsonReply(status: number, value: unknown, headers: OutgoingHttpHeaders = {}): Reply {
  return jsonTextReply(status, JSON.stringify(value), headers)
}

/** JSON that is already text, for answers whose bytes matter. */
export function jsonTextReply(status: number, text: string, headers: OutgoingHttpHeaders = {}): Reply {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: text }
}

export function htmlReply(
  status: number,
  title: string,
  sentence: string,
  headers: OutgoingHttpHeaders = {},
): Reply {
  const body = `<!DOCTYPE html>\n<html lang="en"><head><title>${title}</title></head>\n<body><h1>${title}</h1><p>${sentence}</p></body></html>\n`
  return { status, headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body }
}

/** Waits, or ends early when the client has gone, so that closing leaves no timer behind. */
export function pause(response: ServerResponse, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    function finish(): void {
      clearTimeout(timer)
      response.off('close', finish)
      resolve()
    }
    const timer = setTimeout(finish, milliseconds)
    response.once('close', finish)
  })
}
