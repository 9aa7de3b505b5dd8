import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeUserDataFolder } from './files'

const projectFolder = join(__dirname, '../../..')

/**
 * A folder from which Electron starts the built program after `code`: for what has to be altered before the program's own first
 * line runs, such as a platform's dialog, an event of Electron that never comes, or the speed of the disk.
 */
export function makeAlteredProgram(code: string): { folder: string; remove: () => void } {
  const { path: folder, remove } = makeUserDataFolder()
  const { name, productName, version } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'))
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name, productName, version, main: 'altered.cjs' }),
  )
  writeFileSync(
    join(folder, 'altered.cjs'),
    `const electron = require('electron')
electron.app.setAppPath(${JSON.stringify(projectFolder)})
${code}
require(${JSON.stringify(join(projectFolder, 'out/main/index.js'))})
`,
  )
  return { folder, remove }
}
