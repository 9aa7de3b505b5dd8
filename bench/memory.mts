import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { ElectronApplication } from '@playwright/test'
import { electronExecutable } from './electron.mjs'
import { processesOf, proportionalKilobytes } from './processes.mjs'

/** Megabytes of all processes of a program. */
export type Memory = {
  /** By Electron's own account; what processes share counts once for each. */
  workingSet: number
  /** With what is shared divided among those that share it (Linux); null elsewhere. */
  proportional: number | null
}

/** V8 gives back what a page has left behind about half a minute after its last work. */
const idleForMs = 40_000
const betweenReadingsMs = 1_000
/** Of each other, three readings in a row. */
const settledWithin = 0.01
const mostReadings = 30

/** The memory of a program that has been left alone, as soon as it does not change any more. */
export async function idleMemory(app: ElectronApplication): Promise<Memory> {
  await delay(idleForMs)
  const readings: Memory[] = []
  while (readings.length < mostReadings) {
    readings.push(await readMemory(app))
    const latest = readings.slice(-3).map(sizeOf)
    if (latest.length === 3 && Math.max(...latest) <= Math.min(...latest) * (1 + settledWithin)) break
    await delay(betweenReadingsMs)
  }
  const last = readings.at(-1)
  if (!last) throw new Error('No memory was read')
  return last
}

/**
 * A copy of Electron for as long as it is used: what a program shares with another Electron that runs at the same time
 * would count half for each.
 */
export async function withOwnElectron<T>(use: (executable: string) => Promise<T>): Promise<T> {
  if (process.platform !== 'linux') return use(electronExecutable())
  const folder = mkdtempSync(join(tmpdir(), 'bench-electron-'))
  try {
    cpSync(dirname(electronExecutable()), folder, { recursive: true, verbatimSymlinks: true })
    return await use(join(folder, basename(electronExecutable())))
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
  }
}

function sizeOf({ workingSet, proportional }: Memory): number {
  return proportional ?? workingSet
}

async function readMemory(app: ElectronApplication): Promise<Memory> {
  const kilobytes = await app.evaluate(({ app: electron }) =>
    electron.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0),
  )
  const main = app.process().pid ?? 0
  const proportional =
    process.platform === 'linux'
      ? processesOf(main).reduce((sum, pid) => sum + proportionalKilobytes(pid), 0) / 1_024
      : null
  return { workingSet: kilobytes / 1_024, proportional }
}
