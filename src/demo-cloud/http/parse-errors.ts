import type { Socket } from 'node:net'

/** What Node's HTTP parser says of bytes that it does not let through. */
export interface ParseError extends Error {
  code?: string
  rawPacket?: Buffer
}

/** As Node answers by itself where nobody listens for its `clientError`. */
const statusLines: Record<string, string> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: '413 Payload Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

/** Answers a request that is no HTTP, or whose method Node's parser does not know: the latter is 405 here. */
export function answerParseError(
  error: ParseError,
  socket: Socket,
  allow: (pathname: string) => string,
): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const target = error.code === 'HPE_INVALID_METHOD' ? targetOf(error.rawPacket) : undefined
  socket.end(
    target === undefined
      ? emptyAnswer(statusLines[error.code ?? ''] ?? '400 Bad Request')
      : methodNotAllowed(allow(target)),
  )
}

/** For requests that never become one in Node. */
export function methodNotAllowed(allow: string): string {
  return emptyAnswer('405 Method Not Allowed', `Allow: ${allow}\r\n`)
}

function emptyAnswer(statusLine: string, headers = ''): string {
  return `HTTP/1.1 ${statusLine}\r\n${headers}Content-Length: 0\r\nConnection: close\r\n\r\n`
}

/** The path of a request line whose method is a token (RFC 9110 section 9.1). */
function targetOf(packet: Buffer | undefined): string | undefined {
  const line = packet?.toString('latin1').split('\r\n', 1)[0] ?? ''
  return /^[!#$%&'*+.^_`|~0-9A-Za-z-]+ (\/[^\s?]*)\S* HTTP\/1\.[01]$/.exec(line)?.[1]
}
