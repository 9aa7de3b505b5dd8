import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { debianVersion } from '../../scripts/build-deb.mjs'

describe.runIf(process.platform === 'linux')('the version of a .deb, by dpkg', () => {
  test.each([
    ['0.1.0-test-build', '0.1.0'],
    ['0.1.0', '0.1.1-test-build'],
    ['1.0.0-beta.2', '1.0.0-beta.10'],
    ['1.0.0-rc.1', '1.0.0'],
  ])('%s is replaced by %s', (older, newer) => {
    const versions = [debianVersion(older), 'lt', debianVersion(newer)]
    expect(() => execFileSync('dpkg', ['--compare-versions', ...versions])).not.toThrow()
  })
})
