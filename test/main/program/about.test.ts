import { describe, expect, test } from 'vitest'
import { describeAbout, isTestBuild } from '../../../src/main/program/about'
import { mainMessages } from '../../../src/main/program/main-messages'

const messages = mainMessages('en')
const versions = { electron: '25.1.1', chrome: '114.0.5735.106' }

describe('the About panel', () => {
  test('says the version and what it runs on', () => {
    expect(describeAbout({ name: 'Inspector', version: '1.2.3' }, versions, messages)).toEqual({
      applicationName: 'Inspector',
      applicationVersion: '1.2.3',
      copyright: 'Electron 25.1.1 · Chromium 114.0.5735.106',
    })
  })

  test('says that a test build is one', () => {
    const about = describeAbout({ name: 'Inspector', version: '1.2.3-test-build' }, versions, messages)
    expect(about.applicationVersion).toBe('1.2.3-test-build')
    expect(about.copyright).toMatch(/^Test build: /)
    expect([isTestBuild('1.2.3-test-build'), isTestBuild('1.2.3')]).toEqual([true, false])
  })
})
