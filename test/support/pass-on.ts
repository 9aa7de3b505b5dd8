import type { DemoCloud } from '../../src/demo-cloud/demo-cloud'
import type { SeenRequest } from './test-server'

/** Hands a request on to the demo cloud's AEM, as something that stands in front of it. */
export async function passOn(
  cloud: DemoCloud,
  { method, path, headers, body }: SeenRequest,
): Promise<Response> {
  const sent = Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' && !['host', 'connection', 'content-length'].includes(name)
        ? [[name, value]]
        : [],
    ),
  )
  return fetch(`${cloud.aem}${path}`, { method, headers: sent, ...(method === 'GET' ? {} : { body }) })
}
