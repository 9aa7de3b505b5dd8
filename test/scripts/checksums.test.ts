import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../support/serve'

test.runIf(process.platform === 'linux')('the checksums of installers are what sha256sum checks', () => {
  const folder = tempFolder()
  for (const name of ['program.deb', 'program.AppImage', 'builder-debug.yml']) {
    writeFileSync(join(folder, name), `content of ${name}`)
  }
  execFileSync(process.execPath, ['scripts/checksums.mjs', folder, 'SHA256SUMS.txt'])
  const words = ['--check', '--strict', 'SHA256SUMS.txt']
  const checked = execFileSync('sha256sum', words, { cwd: folder, encoding: 'utf8' })
  expect(checked.trim().split('\n')).toEqual(['program.AppImage: OK', 'program.deb: OK'])
})
