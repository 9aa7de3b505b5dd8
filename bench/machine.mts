import { readFileSync } from 'node:fs'
import { arch, cpus, loadavg, release, totalmem, type } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { outputOf } from '../scripts/child.mjs'
import { projectFolder } from '../scripts/electron-runtime.mjs'
import { referenceFolder, withDriven } from './electron.mjs'
import { vanillaJsonEditor } from './vanilla-jsoneditor.mjs'

const versionsSchema = v.object({ electron: v.string(), chrome: v.string(), node: v.string() })
const packageSchema = v.object({ version: v.string() })

/** What a figure depends on: the machine, the versions and the time. By name, in words. */
export type Machine = readonly (readonly [string, string])[]

export async function describeMachine(): Promise<Machine> {
  const { electron, chrome, node } = await electronVersions()
  const { version } = v.parse(
    packageSchema,
    JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')),
  )
  const [processor] = cpus()
  return [
    ['Date', new Date().toISOString()],
    ['Product', `${version}, commit ${commit()}`],
    ['Processor', `${processor?.model.trim() ?? 'unknown'}, ${cpus().length} in sight`],
    ['Memory', `${(totalmem() / 2 ** 30).toFixed(1)} GiB`],
    ['System', `${systemName()}, ${type()} ${release()} ${arch()}`],
    ['Screen', process.env.DISPLAY ? `X11 ${process.env.DISPLAY}` : 'of the system'],
    ['Load before', loadText()],
    ['Electron', `${electron}, Chromium ${chrome}, its Node ${node}`],
    ['Node of the bench', process.versions.node],
    ['vanilla-jsoneditor', vanillaJsonEditor.version],
  ]
}

/** Without a repository (an unpacked archive) there is none to name. */
function commit(): string {
  const git = ['git', '-C', projectFolder]
  const name = outputOf([...git, 'rev-parse', '--short=12', 'HEAD'])?.trim()
  if (!name) return 'unknown'
  const changes = outputOf([...git, 'status', '--porcelain', '--', ':!bench/results.md'])?.trim()
  return changes ? `${name} with changes that are not committed` : name
}

function systemName(): string {
  try {
    return /^PRETTY_NAME="(.*)"$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? process.platform
  } catch {
    return process.platform
  }
}

/** How many programs waited for a processor, on average, in the last minute, five and fifteen. */
export function loadText(): string {
  return loadavg()
    .map((load) => load.toFixed(2))
    .join(' ')
}

/** Words for a machine that has other work to do; null when it is quiet enough. */
export function busyWarning(): string | null {
  const [load = 0] = loadavg()
  if (load < cpus().length) return null
  return `This machine is busy (load ${load.toFixed(1)} on ${cpus().length} processors): the figures will lie far apart.`
}

/** Of the Electron that is measured. */
function electronVersions(): Promise<v.InferOutput<typeof versionsSchema>> {
  return withDriven({ folder: referenceFolder }, async ({ app }) =>
    v.parse(versionsSchema, await app.evaluate(() => ({ ...process.versions }))),
  )
}
