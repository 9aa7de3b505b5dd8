import type { Reply } from '../http/replies'
import { gradientOf } from './colors'
import { makeBlackPng, makePng } from './png'

/** Ways in which the picture of an asset is not what a client expects. */
export type OddPicture = keyof typeof oddPictures

const heavyBytes = 48 * 1024 * 1024

const oddPictures = {
  /** A web page, and it says so. */
  html: async () => page('text/html; charset=utf-8'),
  /** A web page that says that it is a picture. */
  'html-as-png': async () => page('image/png'),
  /** 75 kB that become 2.4 GB of pixels. */
  'huge-when-decoded': async () => ({
    status: 200,
    headers: { 'content-type': 'image/png' },
    body: await makeBlackPng(30_000, 20_000),
  }),
  /** A small picture with 48 MB of nothing behind its end. */
  heavy: async () => ({
    status: 200,
    headers: { 'content-type': 'image/png' },
    body: Buffer.concat([await smallPng(), Buffer.alloc(heavyBytes)]),
  }),
  'svg-with-script': async () => ({
    status: 200,
    headers: { 'content-type': 'image/svg+xml' },
    body:
      '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="48" onload="alert(1)"><script>alert(document.domain)</script>' +
      '<image href="https://www.example.com/tracker.png" width="1" height="1"/><a href="javascript:alert(1)">' +
      '<rect width="64" height="48" fill="#c33"/></a><foreignObject width="64" height="48">' +
      '<iframe xmlns="http://www.w3.org/1999/xhtml" src="https://www.example.com/"></iframe></foreignObject></svg>',
  }),
  /** The first half of a picture, whole as far as HTTP can tell. */
  'cut-off': async () => {
    const whole = await smallPng()
    return {
      status: 200,
      headers: { 'content-type': 'image/png' },
      body: whole.subarray(0, Math.floor(whole.length / 2)),
    }
  },
} satisfies Record<string, () => Promise<Reply>>

/** The whole answer, for every rendition. */
export function oddPicture(name: OddPicture): Promise<Reply> {
  return oddPictures[name]()
}

function page(contentType: string): Reply {
  const body = '<!DOCTYPE html>\n<html><head><title>AEM Sign In</title></head><body>Sign in</body></html>\n'
  return { status: 200, headers: { 'content-type': contentType }, body }
}

function smallPng(): Promise<Buffer> {
  return makePng(64, 48, gradientOf('odd'))
}
