import { readdirSync, readFileSync } from 'node:fs'
import { readText } from './files'

/** Files of `/proc` of a process and of all that it has started. */
export function filesOfProcesses(root: number, names: readonly string[]): Buffer[] {
  return processesUnder(root).flatMap((pid) => names.map((name) => readFileSync(`/proc/${pid}/${name}`)))
}

/** A process and all that it has started. */
export function processesUnder(root: number): number[] {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), Number(/^PPid:\s+(\d+)/m.exec(readText(`/proc/${name}/status`))?.[1])]),
  )
  function descends(pid: number | undefined): boolean {
    return pid !== undefined && (pid === root || descends(parents.get(pid)))
  }
  return [...parents.keys()].filter(descends)
}

/** Whether there is still such a process; one that has ended and waits for its parent does not count. */
export function isRunning(pid: number): boolean {
  return /^State:\s+[^ZX]/m.test(readText(`/proc/${pid}/status`))
}
