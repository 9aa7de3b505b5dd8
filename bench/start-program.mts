import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import { electronArguments, electronEnvironment, electronExecutable } from './electron.mjs'

const probe = fileURLToPath(new URL('probe.cjs', import.meta.url))

const reportSchema = v.object({
  usableAt: v.number(),
  windowScripts: v.array(v.nullable(v.string())),
  mainScripts: v.array(v.string()),
})
type Report = v.InferOutput<typeof reportSchema>

/** A program that is started to see how soon it can be used. */
export type Startable = {
  folder: string
  userData: string
  /** Holds in the window as soon as it can be used: an expression of JavaScript. */
  usable: string
}

/** Milliseconds from the start of the process until the window was on the screen, usable and painted. */
export async function startMs(program: Startable): Promise<number> {
  const startedAt = performance.timeOrigin + performance.now()
  return (await start(program, {})).usableAt - startedAt
}

export type LoadedScripts = {
  /** Addresses of the scripts of the window: before its first contentful paint, and in all until it was usable. */
  beforePaint: readonly string[]
  untilUsable: readonly string[]
  /** Paths of what the main process had loaded by then. */
  inMainProcess: readonly string[]
}

/** What a program loads at its start. */
export async function scriptsAtStart(program: Startable): Promise<LoadedScripts> {
  const { windowScripts, mainScripts } = await start(program, { BENCH_LISTS_SCRIPTS: 'yes' })
  const paint = windowScripts.indexOf(null)
  if (paint < 0) throw new Error('The window did not say when it first painted')
  function named(scripts: Report['windowScripts']) {
    return [...new Set(scripts.flatMap((name) => name ?? []))]
  }
  return {
    beforePaint: named(windowScripts.slice(0, paint)),
    untilUsable: named(windowScripts),
    inMainProcess: mainScripts,
  }
}

/** Starts a program by Electron alone, without any driver, and ends it as soon as its window can be used. */
async function start({ folder, userData, usable }: Startable, more: Record<string, string>): Promise<Report> {
  const env = electronEnvironment({ NODE_OPTIONS: `--require "${probe}"`, BENCH_USABLE: usable, ...more })
  const child = spawn(electronExecutable(), electronArguments(folder, userData), {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [output] = await Promise.all([text(child.stdout), once(child, 'close')])
  const line = output.split('\n').find((candidate) => candidate.startsWith('{"'))
  if (line === undefined) throw new Error(`The window of ${folder} never became usable`)
  return v.parse(reportSchema, JSON.parse(line))
}
