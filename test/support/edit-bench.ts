import { join } from 'node:path'
import type { DemoCloud } from '../../src/demo-cloud/demo-cloud'
import { createAccessTokens } from '../../src/main/calls/access-tokens'
import type { SendHttp } from '../../src/main/calls/http'
import { createAccessResolver } from '../../src/main/connections/connection-access'
import { createDemoConnections } from '../../src/main/connections/demo-connections'
import { addStep } from '../../src/main/edit/draft-state'
import { openEdit } from '../../src/main/edit/open-edit'
import { createWriteLock } from '../../src/main/edit/write-lock'
import { createMetadata } from '../../src/main/metadata/metadata'
import type { BulkProgress } from '../../src/shared/bulk'
import type { Connection } from '../../src/shared/connections'
import type { Draft, Edit, Opening, SendOutcome } from '../../src/shared/edit'
import { assetOf, credentialOf } from './check-bench'
import { draftOf } from './drafts'
import { createNodeHttp } from './node-http'
import { openConnections } from './open-connections'

const never = new AbortController().signal
function noReport() {}

/** All that changes metadata, as the program has it, but for the network stack and the keychain. */
export function openEditing(
  http: SendHttp = createNodeHttp(),
  keepsHistory = true,
  publishBulk: (progress: BulkProgress) => void = () => undefined,
) {
  const { folder, connections, clock } = openConnections()
  clock.shiftWall(Date.now() - clock.now())
  const tokens = createAccessTokens(http, clock)
  const metadata = createMetadata(http, tokens, clock)
  const resolveAccess = createAccessResolver(
    connections,
    createDemoConnections(connections, () => 'Demo'),
  )
  const problems: unknown[] = []
  function open() {
    return openEdit({
      connections,
      resolveAccess,
      metadata,
      unrecorded: metadata,
      tokens,
      lock: createWriteLock(),
      http,
      clock,
      wait: async () => undefined,
      folder: join(folder, 'kept'),
      keepsHistory: () => keepsHistory,
      onProblem: (thrown) => problems.push(thrown),
      publishBulk,
    })
  }
  let edit = open()

  return {
    connections,
    folder,
    problems,
    service: () => edit,
    /** The program ends and starts again, with what is on disk. */
    restart: async () => {
      await edit.settled()
      edit = open()
    },
    /** Ends in the middle: nothing more is written. */
    crash: () => {
      edit = open()
    },
    save: (cloud: DemoCloud, change: Parameters<typeof draftOf>[0] = {}, credential = 'Editor') => {
      const { clientId, clientSecret, scopes } = credentialOf(cloud, credential)
      return connections.save(
        draftOf({
          name: 'Editor',
          environment: 'development',
          bucket: cloud.bucket,
          clientId,
          secret: clientSecret,
          scopes: scopes.join(', '),
          imsHost: cloud.ims,
          aemHost: cloud.aem,
          ...change,
        }),
        null,
      )
    },
    open: async (connection: Connection, assetId: string): Promise<Opening> => {
      const access = await resolveAccess(await connections.find(connection.id))
      return edit.sender.open({ ...access, assetId }, never, noReport)
    },
    change: (draft: Draft, ...edits: Edit[]): Promise<Draft> =>
      edits.reduce(
        async (before, step) => edit.editing.edit((await before).id, (state) => addStep(state, step)),
        Promise.resolve(draft),
      ),
    send: async ({ id }: Draft): Promise<SendOutcome> =>
      edit.sender.send(id, await edit.sender.review(id, null), never),
    read: async (connection: Connection, assetId: string) => {
      const access = await resolveAccess(await connections.find(connection.id))
      const { text, etag } = await metadata.read({ ...access, assetId }, never, noReport)
      return { fields: JSON.parse(text).assetMetadata as Record<string, unknown>, text, etag }
    },
  }
}

export type EditBench = ReturnType<typeof openEditing>

/** A connection that may change, and the draft of an asset. */
export async function openDraft(bench: EditBench, cloud: DemoCloud, assetId = assetOf(cloud)) {
  const connection = await bench.save(cloud)
  const opening = await bench.open(connection, assetId)
  if (opening.kind !== 'open') throw new Error(`It is ${opening.kind}`)
  return { connection, assetId, draft: opening.draft }
}

export function setTitle(value: string, continues = false): Edit {
  return { kind: 'set', path: ['dc:title'], value: JSON.stringify(value), continues }
}
