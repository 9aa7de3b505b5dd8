import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { projectFolder } from '../../scripts/electron-runtime.mjs'
import { withNewFolder } from '../electron.mjs'
import { amountText } from '../numbers.mjs'
import { freshProgram, leaveDemoConnection, usedProgram } from '../programs.mjs'
import type { Line, Row } from '../row.mjs'
import { type LoadedScripts, scriptsAtStart } from '../start-program.mjs'

const built = join(projectFolder, 'out')

function sizesOf(files: readonly string[]): string {
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0)
  const packed = files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0)
  const count = files.length === 1 ? '1 file' : `${files.length} files`
  return `${amountText(bytes / 1_000, 'KB')} in ${count}, ${amountText(packed / 1_000, 'KB')} with gzip`
}

function printed(what: string, files: readonly string[]): Line {
  return {
    what,
    ours: sizesOf(files),
    reference: '—',
    ratio: '—',
    reach: 'printed',
    isWithin: null,
  }
}

/** The window's files are served from `out/renderer` under an address of their own. */
function fileOf(address: string): string {
  return join(built, 'renderer', new URL(address).pathname)
}

function linesOf(when: string, { beforePaint, untilUsable, inMainProcess }: LoadedScripts): Line[] {
  return [
    printed(`script loaded before first paint, ${when}`, beforePaint.map(fileOf)),
    printed(`script loaded until usable, ${when}`, untilUsable.map(fileOf)),
    printed(
      `script loaded by the main process, ${when}`,
      inMainProcess.filter((file) => file.startsWith(join(built, 'main'))),
    ),
  ]
}

export const scriptRow: Row = {
  name: 'script',
  note:
    'The scripts that the window had parsed before its first contentful paint, by its debugger, and in all until it was ' +
    'usable as in the first row; and the files that the main process had loaded by then. Sizes are those of the built ' +
    'files. The bridge (out/preload/index.js) comes on top.',
  measure: () =>
    withNewFolder(async (userData) => {
      const first = await scriptsAtStart(freshProgram(userData))
      await leaveDemoConnection(userData)
      const later = await scriptsAtStart(usedProgram(userData))
      return [...linesOf('first start', first), ...linesOf('with the demo connection', later)]
    }),
}
