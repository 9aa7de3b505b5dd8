import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { electronInWords, nodeInWords, versionsOf } from '../../scripts/ran-on.mjs'
import { tempFolder } from '../support/serve'

/** An executable that answers like an Electron. */
function electronThatSays(versions: object): string {
  const executable = join(tempFolder(), 'electron')
  writeFileSync(executable, `#!/bin/sh\necho '${JSON.stringify(versions)}'\n`)
  chmodSync(executable, 0o755)
  return executable
}

const versions = { electron: '45.4.1', chrome: '153.0.1', node: '24.18.1' }

describe.runIf(process.platform === 'linux')('an Electron', () => {
  test('is told by what it says of itself', () => {
    const executable = electronThatSays({ ...versions, v8: '15' })
    expect(versionsOf({ dist: '', executable, version: '45.4.1' })).toEqual(versions)
    expect(electronInWords(versions)).toMatch(
      /^Electron 45\.4\.1, Chromium 153\.0\.1, Node 24\.18\.1, Linux /,
    )
  })

  test('that is another one than its folder says is not tested', () => {
    const executable = electronThatSays({ ...versions, electron: '25.1.1' })
    expect(() => versionsOf({ dist: '', executable, version: '45.4.1' })).toThrow('is Electron 25.1.1')
  })

  test('that does not start is an error with its place', () => {
    expect(() => versionsOf({ dist: '', executable: '/nowhere/electron', version: '45.4.1' })).toThrow(
      '/nowhere/electron does not start',
    )
  })
})

test('unit tests tell the Node that ran them', () => {
  expect(nodeInWords()).toContain(`Node ${process.versions.node}, `)
})
