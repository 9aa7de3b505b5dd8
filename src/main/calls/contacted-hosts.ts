import type { ContactedHost } from '../../shared/settings'
import type { Clock } from './clock'
import type { SendHttp } from './http'

/** Counts which hosts requests go to, in memory alone; the latest one comes first. */
export function recordHosts(
  send: SendHttp,
  clock: Clock,
): { send: SendHttp; note: (url: URL) => void; hosts: () => readonly ContactedHost[] } {
  const known = new Map<string, ContactedHost>()
  function note({ host }: URL): void {
    const count = (known.get(host)?.count ?? 0) + 1
    known.delete(host)
    known.set(host, { host, count, lastAt: new Date(clock.now()).toISOString() })
  }
  return {
    send: (request) => {
      note(request.url)
      return send(request)
    },
    note,
    hosts: () => [...known.values()].reverse(),
  }
}
