import { spawn } from 'node:child_process'
import { Agent, get } from 'node:http'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import pMap from 'p-map'

const script = fileURLToPath(new URL('tutorial-script.mjs', import.meta.url))

/** Milliseconds that the tutorial's script takes for these assets, in a Node of its own. */
export async function tutorialScriptMs(origin: string, assetIds: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end(JSON.stringify({ origin, assetIds }))
  const milliseconds = Number.parseFloat(await text(child.stdout))
  if (Number.isNaN(milliseconds)) throw new Error('The script of the tutorial failed')
  return milliseconds
}

/** Milliseconds until a client that does nothing else has read these addresses, so many at once over kept connections. */
export async function bareClientMs(addresses: readonly string[], atOnce: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  function read(address: string): Promise<string> {
    return new Promise((resolve, reject) => {
      get(address, { agent }, (response) => resolve(text(response))).on('error', reject)
    })
  }
  const startedAt = performance.now()
  await pMap(addresses, read, { concurrency: atOnce })
  const milliseconds = performance.now() - startedAt
  agent.destroy()
  return milliseconds
}
