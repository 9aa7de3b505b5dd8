import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'vite'
import type { Said, SessionOrder } from './said'

const root = resolve(__dirname, '../../..')

export type SessionProgram = { path: string; remove: () => void }

/** One file, which starts in a tenth of the time that the sources take. */
export async function buildSession(): Promise<SessionProgram> {
  const caches = join(root, 'node_modules/.cache')
  mkdirSync(caches, { recursive: true })
  const folder = mkdtempSync(join(caches, 'killed-edit-'))
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node20',
      outDir: folder,
      minify: false,
      rolldownOptions: {
        input: { session: join(__dirname, 'session.ts') },
        output: { format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
      },
    },
  })
  return {
    path: join(folder, 'session.mjs'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

export type Session = {
  begin: (order: SessionOrder, onSaid: (said: Said) => void) => void
  kill: () => void
  /** When it has been killed, and all that it said was heard. */
  ended: Promise<unknown>
}

/** A process that waits for its order. */
export function startSession({ path }: SessionProgram): Session {
  const child = spawn(process.execPath, [path], { stdio: ['pipe', 'pipe', 'inherit'] })
  // It may be gone before it has read its order.
  child.stdin.on('error', () => undefined)
  let hear: (said: Said) => void = () => undefined
  createInterface({ input: child.stdout }).on('line', (line) => hear(JSON.parse(line)))
  return {
    begin: (order, onSaid) => {
      hear = onSaid
      child.stdin.write(`${JSON.stringify(order)}\n`)
    },
    kill: () => void child.kill('SIGKILL'),
    ended: once(child, 'close'),
  }
}
