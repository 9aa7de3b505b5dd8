import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { startTestServer, type TestServer } from './test-server'

export type Release = {
  version: string
  /** The file that is offered. */
  file: Buffer
  /** In place of the file's own. */
  sha512?: string
  /** More lines of the description, as YAML. */
  more?: string
  /** In place of all of the description. */
  description?: string
  /** Sends the file otherwise. */
  sendFile?: (response: ServerResponse) => void
  /** Answers the request for the description otherwise. */
  sendDescription?: (response: ServerResponse) => void
}

export type UpdateServer = TestServer & {
  publish: (release: Release) => void
  /** The names of what was asked for, in order. */
  asked: () => string[]
}

/** Publishes a version as electron-builder's files do on any web server. */
export async function startUpdateServer(): Promise<UpdateServer> {
  let release: Release | null = null
  const server = await startTestServer(({ path }, response) => {
    const { pathname } = new URL(path, 'http://relative.invalid')
    if (release === null) response.writeHead(404).end()
    else if (pathname.endsWith('.yml')) sendDescription(release, response)
    else if (pathname.endsWith('.AppImage')) sendFile(release, response)
    else response.writeHead(404).end()
  })
  return {
    ...server,
    publish: (published) => {
      release = published
    },
    asked: () => server.seen.map(({ path }) => path.replace(/^\/releases\//, '').replace(/\?.*$/, '')),
  }
}

function sendDescription(release: Release, response: ServerResponse): void {
  if (release.sendDescription) release.sendDescription(response)
  else response.writeHead(200, { 'Content-Type': 'text/yaml' }).end(release.description ?? describe(release))
}

function sendFile(release: Release, response: ServerResponse): void {
  if (release.sendFile) release.sendFile(response)
  else response.writeHead(200, { 'Content-Length': release.file.length }).end(release.file)
}

/** As electron-builder writes it. */
function describe({ version, file, sha512 = sha512Of(file), more = '' }: Release): string {
  const name = `Asset-Inspector-for-AEM-${version}.AppImage`
  return `version: ${version}
files:
  - url: ${name}
    sha512: ${sha512}
    size: ${file.length}
path: ${name}
sha512: ${sha512}
releaseDate: '2026-11-20T10:00:00.000Z'
${more}`
}

export function sha512Of(bytes: Buffer): string {
  return createHash('sha512').update(bytes).digest('base64')
}
