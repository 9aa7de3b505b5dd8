import * as v from 'valibot'
import type { Program } from './program'

const names = v.array(v.string())
/** Chrome's format: nodes and edges are rows of numbers, whose columns `meta` names. */
const snapshotSchema = v.object({
  snapshot: v.object({
    meta: v.object({
      node_fields: names,
      edge_fields: names,
      edge_types: v.pipe(
        v.array(v.unknown()),
        v.transform(([types]) => v.parse(names, types)),
      ),
    }),
  }),
  nodes: v.array(v.number()),
  edges: v.array(v.number()),
  strings: names,
})
type Snapshot = v.InferOutput<typeof snapshotSchema>

/** Every text that a script of the window could still come to, after garbage was collected. */
export async function readHeapTexts({ app, page }: Program): Promise<string[]> {
  const session = await app.context().newCDPSession(page)
  const chunks: string[] = []
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk))
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  await session.detach()
  return reachableTexts(v.parse(snapshotSchema, JSON.parse(chunks.join(''))))
}

function reachableTexts({ snapshot: { meta }, nodes, edges, strings }: Snapshot): string[] {
  const width = meta.node_fields.length
  const edgeWidth = meta.edge_fields.length
  const nameAt = meta.node_fields.indexOf('name')
  const edgeCountAt = meta.node_fields.indexOf('edge_count')
  const weak = meta.edge_types.indexOf('weak')
  const firstEdge = new Map<number, number>()
  let edge = 0
  for (let node = 0; node < nodes.length; node += width) {
    firstEdge.set(node, edge)
    edge += (nodes[node + edgeCountAt] ?? 0) * edgeWidth
  }
  function nameOf(node: number): string {
    return strings[nodes[node + nameAt] ?? 0] ?? ''
  }
  const reached = new Set([0])
  for (const node of reached) {
    // A list of all texts that the page's elements share with scripts: it keeps none of them alive.
    if (nameOf(node) === '(External strings)') continue
    const start = firstEdge.get(node) ?? 0
    const end = start + (nodes[node + edgeCountAt] ?? 0) * edgeWidth
    for (let at = start; at < end; at += edgeWidth) if (edges[at] !== weak) reached.add(edges[at + 2] ?? 0)
  }
  return [...reached].map(nameOf)
}
