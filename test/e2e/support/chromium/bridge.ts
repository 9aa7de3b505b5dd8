import type { ChildProcess } from 'node:child_process'

/** What the process with the program's main part is asked. Plain data, which crosses from one process to another. */
export type Order =
  | { kind: 'fetch'; url: string; method: string }
  | { kind: 'invoke'; channel: string; input: readonly unknown[] }
  | { kind: 'evaluate'; source: string; argument: unknown }
  | { kind: 'loaded' }
  | { kind: 'quit' }

/** What that process asks of the window. */
export type WindowOrder =
  | { kind: 'load'; url: string }
  | { kind: 'send'; channel: string; message: unknown }
  | { kind: 'resize'; width: number; height: number }
  | { kind: 'copy'; text: string }

export type Fetched = { status: number; headers: Readonly<Record<string, string>>; body: Uint8Array }

export type Asked = { id: number; order: Order }
export type Reply = { id: number; value?: unknown; error?: string }

/** Puts orders to that process, and hands its own on. */
export function connectTo(host: ChildProcess, onWindowOrder: (order: WindowOrder) => void) {
  const waiting = new Map<number, (reply: Reply) => void>()
  let count = 0
  host.on('message', (message: Reply | WindowOrder) => {
    if ('kind' in message) return onWindowOrder(message)
    waiting.get(message.id)?.(message)
    waiting.delete(message.id)
  })
  host.once('exit', (code) => {
    for (const [id, answer] of waiting) answer({ id, error: `The program ended with ${code}` })
  })
  return (order: Order): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = ++count
      waiting.set(id, ({ value, error }) => (error === undefined ? resolve(value) : reject(new Error(error))))
      host.send({ id, order } satisfies Asked)
    })
}
