import type { ServerResponse } from 'node:http'
import type { DemoCloud, DemoCloudOptions } from '../../src/demo-cloud/demo-cloud'
import { type BulkOperation, type BulkProgress, type BulkRun, countBulk } from '../../src/shared/bulk'
import type { Connection } from '../../src/shared/connections'
import { openCloud } from './check-bench'
import { openEditing } from './edit-bench'
import { passOn } from './pass-on'
import { serve } from './serve'
import type { SeenRequest } from './test-server'

const never = new AbortController().signal

/** What happens to a change on its way; `at` counts them from 0. */
export type OnChange = (
  change: { at: number; request: SeenRequest; passOn: () => Promise<Response> },
  response: ServerResponse,
) => Promise<void>

/** Answers as the demo cloud did. */
export async function relay(answer: Response, response: ServerResponse): Promise<void> {
  const body = await answer.text()
  response.writeHead(answer.status, {
    'content-type': answer.headers.get('content-type') ?? 'application/json',
    etag: answer.headers.get('etag') ?? '',
  })
  response.end(body)
}

/** A connection to a demo cloud whose changes can meet with something, and some of its assets. */
export async function openBulk({
  count = 6,
  onChange = async ({ passOn: pass }, response) => relay(await pass(), response),
  options,
  connection: change = {},
  credential,
  keepsHistory = true,
}: {
  count?: number
  onChange?: OnChange
  options?: DemoCloudOptions
  connection?: Parameters<ReturnType<typeof openEditing>['save']>[1]
  credential?: string
  keepsHistory?: boolean
} = {}) {
  const cloud = await openCloud(options)
  let at = 0
  const server = await serve((request, response) => {
    function pass() {
      return passOn(cloud, request)
    }
    async function answer(): Promise<void> {
      if (request.method === 'PATCH') await onChange({ at: at++, request, passOn: pass }, response)
      else await relay(await pass(), response)
    }
    void answer()
  })
  const told: BulkProgress[] = []
  const bench = openEditing(undefined, keepsHistory, (progress) => told.push(progress))
  const connection = await bench.save(cloud, { aemHost: server.origin, ...change }, credential)
  const assetIds = photosOf(cloud).slice(0, count)
  return {
    cloud,
    bench,
    told,
    connection,
    assetIds,
    bulk: () => bench.service().bulk,
    plan: (operations: readonly BulkOperation[], ids: readonly string[] = assetIds) =>
      bench
        .service()
        .bulk.plan({ connectionId: connection.id, of: { assetIds: ids, operations }, ticket: 't' }, never),
    undo: ({ id }: BulkRun) =>
      bench.service().bulk.plan({ connectionId: connection.id, of: { undoes: id }, ticket: 'u' }, never),
    planRest: ({ id }: BulkRun) => bench.service().bulk.planRest(id, 'r', never),
    send: async ({ id }: BulkRun): Promise<BulkRun> => {
      const { bulk } = bench.service()
      await bulk.send(id, () => undefined)
      return bulk.read(id)
    },
    changesThatArrived: () => cloud.requests.filter(({ method }) => method === 'PATCH'),
    fieldOf: async (assetId: string, field: string) => (await bench.read(connection, assetId)).fields[field],
  }
}

export type BulkBench = Awaited<ReturnType<typeof openBulk>>

/** Assets of the usual size that can be changed. */
export function photosOf(cloud: DemoCloud): string[] {
  return cloud.assets
    .filter(
      ({ path, failing }) => !failing && path.startsWith('/content/dam/fjordline/') && /\.\w+$/.test(path),
    )
    .map(({ assetId }) => assetId)
}

/** How many rows a run has of each state that it has any of. */
export function statesOf({ rows }: BulkRun): Record<string, number> {
  return Object.fromEntries(Object.entries(countBulk(rows)).filter(([, count]) => count > 0))
}

export function setField(value: string, field = 'x:campaign'): BulkOperation {
  return { kind: 'set', field, value: JSON.stringify(value) }
}

/** A change of somebody else, who asks for no version. */
export async function changeElsewhere(
  bench: BulkBench,
  assetId: string,
  field: string,
  value: string,
): Promise<void> {
  const other = openEditing()
  const connection: Connection = await other.save(bench.cloud)
  const opening = await other.open(connection, assetId)
  if (opening.kind !== 'open') throw new Error(opening.kind)
  const { fields } = await other.read(connection, assetId)
  const path = [field]
  const text = JSON.stringify(value)
  await other.send(
    await other.change(
      opening.draft,
      field in fields
        ? { kind: 'set', path, value: text, continues: false }
        : { kind: 'add', path, value: text },
    ),
  )
}
