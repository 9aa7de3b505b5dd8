import { randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { type ProtocolRequest, type ProtocolResponse, protocol, type Session } from 'electron'

export const appOrigin = 'app://bundle'

/** Of the page of words that stands in for the window's own. */
export const stoppedPath = '/stopped.html'

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** The window loads its own files and nothing else; it never talks to the network. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    // react-aria adds a few style elements at run time and takes their nonce from the page.
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
}

/** Has to run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    // V8's compiled scripts are cached for the next start. Electron 25 ignores `codeCache`.
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

type Served = {
  folder: string
  stoppedPage: () => string
}

/**
 * Serves the built window from `folder` to `app://bundle`, and the page of words that stands in for it.
 *
 * Only files that were there at the start can be asked for, by exact name: no path of a request reaches the disk.
 *
 * By the older of Electron's two interfaces: `protocol.handle` speaks in Node's `Request` and `Response`, whose first use
 * and whose streams cost each start tens of milliseconds.
 */
export function serveAppScheme(session: Session, { folder, stoppedPage }: Served): void {
  const listed = listFiles(folder)
  async function contentOf(pathname: string): Promise<Buffer | null> {
    if (pathname === stoppedPath) return Buffer.from(stoppedPage())
    const path = (await listed).get(pathname)
    return path === undefined ? null : readFile(path)
  }
  async function answer({ url, method }: ProtocolRequest): Promise<ProtocolResponse> {
    const { host, pathname } = new URL(url)
    const content = host === 'bundle' && method === 'GET' ? await contentOf(pathname) : null
    if (content === null) return { statusCode: 404, data: Buffer.from('Not found') }
    const isPage = pathname.endsWith('.html')
    const nonce = randomBytes(16).toString('base64')
    return {
      data: isPage ? Buffer.from(content.toString('utf8').replaceAll('__CSP_NONCE__', nonce)) : content,
      headers: {
        'Content-Type': contentTypes[extname(pathname)] ?? 'application/octet-stream',
        'Content-Security-Policy': contentSecurityPolicy(nonce),
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'no-store',
      },
    }
  }
  session.protocol.registerBufferProtocol('app', (request, callback) => {
    answer(request).then(callback, () => callback({ error: fileNotFound }))
  })
}

/** Chromium's net::ERR_FILE_NOT_FOUND. */
const fileNotFound = -6

async function listFiles(root: string): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>()
  async function visit(folder: string): Promise<void> {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) await visit(path)
      else files.set(`/${relative(root, path).split(sep).join('/')}`, path)
    }
  }
  await visit(root)
  return files
}
