import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { parse } from 'yaml'
import { isLoopback } from '../calls/loopback'

/** Where a program finds newer versions of itself, as electron-builder writes it into the package. */
export type UpdateSource = {
  url: URL
  /** Its file, `app-update.yml`. */
  file: string
  /** Whether the publisher of installers for Windows is named there. */
  namesPublisher: boolean
}

const publisherSchema = v.union([v.pipe(v.string(), v.nonEmpty()), v.pipe(v.array(v.string()), v.nonEmpty())])
const configSchema = v.object({
  provider: v.literal('generic'),
  url: v.pipe(
    v.string(),
    v.url(),
    v.transform((text) => new URL(text)),
    v.check(isProtected, 'The update server is not https'),
  ),
  publisherName: v.optional(publisherSchema),
})

/** What is not encrypted could be replaced on its way, the checksum with it. */
function isProtected({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))
}

/** Throws where its file makes no sense. */
export function readUpdateSource(file: string): UpdateSource {
  const { url, publisherName } = v.parse(configSchema, parse(readFileSync(file, 'utf8')))
  return { url, file, namesPublisher: publisherName !== undefined }
}
