import { documentOf } from './documents.mjs'
import type { OurWindow } from './our-window.mjs'
import { watch } from './watch.mjs'

/** What stands in the sidebar of someone who has used the program for a while. */
export const sidebarSizes = { connections: 40, favorites: 20, history: 100 } as const

/** The window with a sidebar that is full, by the bridge as a user's own work would have filled it. */
export async function withFullSidebar(ours: OurWindow): Promise<OurWindow> {
  const { page, server, window } = ours
  const assets = Array.from({ length: sidebarSizes.history }, (_, at) =>
    server.add(documentOf(`earlier ${at}`, 20)),
  )
  await page.evaluate(`(async () => {
    const { desktop } = globalThis
    const { connections: [first] } = (await desktop.listConnections()).value
    const draft = {
      id: null, environment: 'stage', clientId: 'bench', secret: 'bench-secret-of-no-use', scopes: 'AdobeID',
      imsHost: ${JSON.stringify(server.origin)}, aemHost: ${JSON.stringify(server.origin)},
      keepSecretIn: 'session', imported: null,
    }
    for (let at = 1; at < ${sidebarSizes.connections}; at++) {
      await desktop.saveConnection({ ...draft, name: 'Bench ' + at, bucket: 'author-p2000' + at + '-e1' })
    }
    const ask = { connectionId: first.id, bucket: first.bucket, ticket: 'bench' }
    for (const asset of ${JSON.stringify(assets)}) await desktop.readMetadata({ ...ask, asset })
    const { history } = (await desktop.listKept()).value
    for (const { connectionId, author, clientId, assetId, names } of history.slice(0, ${sidebarSizes.favorites})) {
      await desktop.saveFavourite({ connectionId, author, clientId, assetId, names, note: '' })
    }
  })()`)
  await page.reload()
  await window.field('Asset').waitFor()
  await page
    .locator('[data-entry]')
    .nth(sidebarSizes.history + sidebarSizes.favorites - 1)
    .waitFor()
  return { ...ours, watch: await watch(page) }
}
