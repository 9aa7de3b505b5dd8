import type { ServerResponse } from 'node:http'
import type { DemoCloud } from '../../../src/demo-cloud/demo-cloud'
import { relay } from '../bulk-bench'
import { passOn } from '../pass-on'
import { serve } from '../serve'
import type { SeenRequest } from '../test-server'

/** Where a request is on its way; a change is read again after its answer. */
export type Passage = 'patch-arrived' | 'patch-done' | 'patch-answered' | 'read-arrived'

export type Patch = { path: string; body: string; isApplied: boolean }

/** An AEM that tells where each change is, loses what arrives while it is down, and what its sender no longer waits for. */
export async function watchAem(cloud: DemoCloud) {
  const patches: Patch[] = []
  const running = new Set<Promise<void>>()
  const state: { isDown: boolean; onPassage: (passage: Passage) => void } = {
    isDown: false,
    onPassage: () => undefined,
  }
  async function change(request: SeenRequest, response: ServerResponse): Promise<void> {
    const patch: Patch = { path: request.path, body: request.body, isApplied: false }
    patches.push(patch)
    state.onPassage('patch-arrived')
    if (state.isDown) return void response.destroy()
    const answer = await passOn(cloud, request)
    patch.isApplied = answer.ok
    state.onPassage('patch-done')
    if (state.isDown) return void response.destroy()
    await relay(answer, response)
    state.onPassage('patch-answered')
  }
  async function read(request: SeenRequest, response: ServerResponse): Promise<void> {
    if (request.path.includes('/metadata')) state.onPassage('read-arrived')
    if (state.isDown) return void response.destroy()
    await relay(await passOn(cloud, request), response)
  }
  const server = await serve((request, response) => {
    const work = request.method === 'PATCH' ? change(request, response) : read(request, response)
    running.add(work)
    void work.finally(() => running.delete(work))
  })
  return {
    origin: server.origin,
    patches,
    state,
    /** When nothing is on its way any more. */
    idle: async () => {
      while (running.size > 0) await Promise.all(running)
    },
  }
}

export type WatchedAem = Awaited<ReturnType<typeof watchAem>>
