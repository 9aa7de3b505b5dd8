import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { readText } from './files'
import { needsLinux } from './linux'

/** Files of `/proc` of a process and of all that it has started. */
export function filesOfProcesses(root: number, names: readonly string[]): Buffer[] {
  needsLinux('/proc')
  return processesUnder(root).flatMap((pid) => names.map((name) => readFileSync(`/proc/${pid}/${name}`)))
}

/** A process and all that it has started. */
export function processesUnder(root: number): number[] {
  const parents = parentsOfProcesses()
  const found = new Set(parents.has(root) ? [root] : [])
  for (const parent of found) {
    for (const [pid, itsParent] of parents) if (itsParent === parent) found.add(pid)
  }
  return [...found]
}

function parentsOfProcesses(): ReadonlyMap<number, number> {
  if (process.platform === 'linux') return parentsByProc()
  const list =
    process.platform === 'win32'
      ? ['powershell', '-NoProfile', '-Command', listOfWindows]
      : ['ps', '-A', '-o', 'pid=,ppid=']
  const [command = '', ...words] = list
  return readProcessList(execFileSync(command, words, { encoding: 'utf8' }))
}

function parentsByProc(): ReadonlyMap<number, number> {
  return new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), Number(/^PPid:\s+(\d+)/m.exec(readText(`/proc/${name}/status`))?.[1])]),
  )
}

const listOfWindows =
  'Get-CimInstance Win32_Process | ForEach-Object { "$($_.ProcessId) $($_.ParentProcessId)" }'

/** From lines with a process and its parent. */
function readProcessList(list: string): ReadonlyMap<number, number> {
  return new Map(
    [...list.matchAll(/^\s*(\d+)\s+(\d+)\s*$/gm)].map(([, pid, parent]) => [Number(pid), Number(parent)]),
  )
}

/** Whether there is still such a process; on Linux, one that has ended and waits for its parent does not count. */
export function isRunning(pid: number): boolean {
  if (process.platform === 'linux') return /^State:\s+[^ZX]/m.test(readText(`/proc/${pid}/status`))
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
