import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  sandboxSwitches,
  sandboxWarning,
  sessionToRunIn,
  sessionToTestIn,
} from '../../scripts/linux-session.mjs'

const desktop = { platform: 'linux', screen: true, sessionBus: true, root: false } as const
const withKeyring = expect.stringMatching(/with-keyring\.mjs$/)

describe('opening the app', () => {
  test.each([desktop, { ...desktop, platform: 'darwin', screen: false, sessionBus: false } as const])(
    'needs nothing before it on %o',
    (machine) => {
      expect(sessionToRunIn(machine)).toEqual({ before: [], notes: [] })
    },
  )

  test('brings a D-Bus session where only that is missing, and leaves the keychain to the user', () => {
    expect(sessionToRunIn({ ...desktop, sessionBus: false }).before).toEqual(['dbus-run-session', '--'])
  })

  test('says that nobody sees the window where there is no screen', () => {
    const { before, notes } = sessionToRunIn({ ...desktop, screen: false })
    expect(before).toEqual(expect.arrayContaining(['xvfb-run', withKeyring]))
    expect(notes).toEqual([expect.stringContaining('virtual')])
  })

  test('gives up the sandbox for root on Linux alone, and says so', () => {
    expect(sandboxSwitches(desktop)).toEqual({ switches: [], notes: [] })
    const { switches, notes } = sandboxSwitches({ ...desktop, root: true })
    expect(switches).toEqual(['--no-sandbox'])
    expect(notes).toEqual([expect.stringContaining('--no-sandbox')])
  })
})

describe.runIf(process.platform === 'linux')('testing the app', () => {
  test.each([desktop, { ...desktop, screen: false }])(
    'has a screen and a keychain of its own on %o',
    (machine) => {
      expect(sessionToTestIn(machine)).toEqual(
        expect.arrayContaining(['xvfb-run', process.execPath, withKeyring]),
      )
    },
  )

  test('never sees the Wayland session of a desktop', () => {
    const words = sessionToTestIn(desktop)
    const [command, ...rest] = words.slice(0, words.indexOf('xvfb-run'))
    const printed = execFileSync(command ?? '', [...rest, 'env'], {
      encoding: 'utf8',
      env: { ...process.env, WAYLAND_DISPLAY: 'wayland-0', XDG_SESSION_TYPE: 'wayland' },
    })
    expect(printed.split('\n')).toContain('XDG_SESSION_TYPE=x11')
    expect(printed).not.toContain('WAYLAND_DISPLAY')
  })

  test('uses what macOS has', () => {
    expect(sessionToTestIn({ ...desktop, platform: 'darwin' })).toEqual([])
  })
})

describe('a system that restricts user namespaces', () => {
  let settings: string
  beforeEach(() => {
    settings = mkdtempSync(join(tmpdir(), 'proc-sys-'))
  })
  afterEach(() => rmSync(settings, { recursive: true, force: true }))

  function given(name: string, value: string) {
    const file = join(settings, name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, `${value}\n`)
  }

  test.each([
    ['kernel/apparmor_restrict_unprivileged_userns', '1'],
    ['kernel/unprivileged_userns_clone', '0'],
    ['user/max_user_namespaces', '0'],
  ])('by %s = %s gets the command that helps', (name, value) => {
    given(name, value)
    expect(sandboxWarning('/opt/electron/electron', settings)).toContain(
      "sudo chmod 4755 '/opt/electron/chrome-sandbox'",
    )
  })

  test('is no other one', () => {
    given('kernel/apparmor_restrict_unprivileged_userns', '0')
    given('user/max_user_namespaces', '63000')
    expect(sandboxWarning('/opt/electron/electron', settings)).toBeUndefined()
  })
})
