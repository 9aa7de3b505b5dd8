import { describe, expect, test } from 'vitest'
import {
  choosePackages,
  installablePackages,
  librariesNotCached,
  librariesNotFound,
  missingLibrary,
  missingProgram,
  programsFor,
} from '../../scripts/linux-packages.mjs'

const desktop = { screen: true, sessionBus: true }
const server = { screen: false, sessionBus: false }

const ubuntu2404 = `libgtk-3-0:
  Installed: (none)
  Candidate: (none)
  Version table:
libgtk-3-0t64:
  Installed: (none)
  Candidate: 3.24.41-4ubuntu1.2
  Version table:
     3.24.41-4ubuntu1.2 500
        500 http://archive.example/ubuntu noble-updates/main amd64 Packages
libnss3:
  Installed: 2:3.98-1build1
  Candidate: 2:3.98-1build1
  Version table:
`
const debian12 = `libgtk-3-0:
  Installed: (none)
  Candidate: 3.24.38-2~deb12u3
  Version table:
`

describe('missing libraries', () => {
  test('are those that ldd did not find, each once', () => {
    const output = `	linux-vdso.so.1 (0x00007ffd)
	libffmpeg.so => /opt/electron/libffmpeg.so (0x00007f)
	libnss3.so => not found
	libgtk-3.so.0 => not found
	libnss3.so => not found
`
    expect(librariesNotFound(output)).toEqual(['libnss3.so', 'libgtk-3.so.0'])
  })

  test('are those that the linker does not know, although nothing links to them yet', () => {
    const cache = `2 libs found in cache \`/etc/ld.so.cache'
	libgtk-4.so.1 (libc6,x86-64) => /lib/x86_64-linux-gnu/libgtk-4.so.1
	libnss3.so (libc6,x86-64) => /lib/x86_64-linux-gnu/libnss3.so
`
    expect(librariesNotCached(['libgtk-3.so.0', 'libnss3.so'], cache)).toEqual(['libgtk-3.so.0'])
  })

  test('cannot be told where the linker has no cache', () => {
    expect(librariesNotCached(['libgtk-3.so.0'], undefined)).toEqual([])
  })

  test.each([
    ['libgtk-3.so.0', 'libgtk-3-0'],
    ['libgdk-3.so.0', 'libgtk-3-0'],
    ['libX11.so.6', 'libx11-6'],
    ['libXcomposite.so.1', 'libxcomposite1'],
    ['libsecret-1.so.0', 'libsecret-1-0'],
    ['libgdk_pixbuf-2.0.so.0', 'libgdk-pixbuf-2.0-0'],
    ['libatk-bridge-2.0.so.0', 'libatk-bridge2.0-0'],
    ['libsmime3.so', 'libnss3'],
    ['libasound.so.2', 'libasound2'],
  ])('%s is in %s', (soname, name) => {
    expect(missingLibrary(soname).packages).toEqual([name, `${name}t64`])
  })
})

describe('packages to install', () => {
  test('are called as Debian 12 calls them', () => {
    const chosen = choosePackages([missingLibrary('libgtk-3.so.0')], installablePackages(debian12))
    expect(chosen).toEqual({ packages: ['libgtk-3-0'], unknown: [] })
  })

  test('are called as Ubuntu 24.04 calls them, where the old name has no candidate', () => {
    const missing = ['libgtk-3.so.0', 'libnss3.so'].map(missingLibrary)
    const chosen = choosePackages(missing, installablePackages(ubuntu2404))
    expect(chosen).toEqual({ packages: ['libgtk-3-0t64', 'libnss3'], unknown: [] })
  })

  test('are named once when several things come from one', () => {
    const missing = ['libnss3.so', 'libsmime3.so', 'libnssutil3.so'].map(missingLibrary)
    expect(choosePackages(missing, installablePackages(ubuntu2404)).packages).toEqual(['libnss3'])
  })

  test('that the lists do not offer leave their thing to be named', () => {
    const chosen = choosePackages([missingProgram('xvfb-run')], installablePackages(''))
    expect(chosen).toEqual({ packages: [], unknown: ['xvfb-run'] })
  })
})

describe('programs', () => {
  test('a desktop needs none to open the app', () => {
    expect(programsFor('run', desktop)).toEqual([])
  })

  test('a server needs a virtual screen and a keychain to open the app', () => {
    expect(programsFor('run', server)).toEqual(expect.arrayContaining(['xvfb-run', 'gnome-keyring-daemon']))
  })

  test.each(['test', 'smoke'] as const)('on a desktop %s brings a keychain and a screen', (purpose) => {
    expect(programsFor(purpose, desktop)).toEqual(expect.arrayContaining(['dbus-run-session', 'xvfb-run']))
  })

  test.each(['run', 'test', 'chromium', 'wayland', 'smoke', 'deb'] as const)(
    'each one for %s has a package',
    (purpose) => {
      for (const program of programsFor(purpose, server))
        expect(missingProgram(program).packages).not.toEqual([])
    },
  )
})
