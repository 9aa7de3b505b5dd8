import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import configuration from '../../electron-builder.config.cjs'
import { packagedProgram } from '../../scripts/electron-dist.mjs'
import {
  configurationFor,
  packageVersion,
  programVersion,
  updateServer,
} from '../../scripts/package-configuration.mjs'

const official = { dist: '/official', executable: '/official/electron', version: '45.4.1' }
const registry = { dist: '/cache', executable: '/cache/electron', version: '25.1.1' }
const order = { officialVersion: '45.4.1', isInstaller: true, environment: {} }

describe('the version of a package', () => {
  test('is that of the program with the Electron that it is made for', () => {
    expect(packageVersion({ ...order, runtime: official })).toBe(programVersion)
  })

  test('says "test build" with another Electron, also unpacked', () => {
    const version = packageVersion({ ...order, runtime: registry, isInstaller: false })
    expect(version).toBe(`${programVersion}-test-build`)
  })
})

describe('an installer', () => {
  test('with the build of the registry is not made by accident', () => {
    expect(() => packageVersion({ ...order, runtime: registry })).toThrow(
      /Electron 25\.1\.1 instead of 45\.4\.1.*ELECTRON_SOURCE=official/s,
    )
  })

  test.each([{ ELECTRON_SOURCE: 'registry' }, { ELECTRON_OVERRIDE_DIST_PATH: '/cache' }])(
    'with it is a test build where %j asks for it by name',
    (environment) => {
      const version = packageVersion({ ...order, runtime: registry, environment })
      expect(version).toBe(`${programVersion}-test-build`)
    },
  )
})

describe('the configuration', () => {
  const usual = { runtime: registry, version: '1.2.3-test-build', downloadsItself: false, signsAdHoc: false }

  test('gives the packaged program its version', () => {
    expect(configurationFor(usual).extraMetadata).toEqual({ version: '1.2.3-test-build' })
  })

  test('leaves out the fuse that an old Electron has not', () => {
    expect(configurationFor(usual).electronFuses).not.toHaveProperty('grantFileProtocolExtraPrivileges')
    expect(configurationFor({ ...usual, runtime: official }).electronFuses).toMatchObject({
      grantFileProtocolExtraPrivileges: false,
    })
  })

  test('leaves the two Electrons of a universal program to electron-builder', () => {
    expect(configurationFor({ ...usual, downloadsItself: true })).not.toHaveProperty('electronDist')
  })

  test.each([
    [false, false],
    [true, true],
  ])('lets macOS load a framework of another team only where it signs ad hoc: %s', (signsAdHoc, isLet) => {
    const { mac } = configurationFor({ ...usual, signsAdHoc })
    const entitlements = readFileSync(join(process.cwd(), String(mac?.entitlements)), 'utf8')
    expect(entitlements).toContain('com.apple.security.cs.allow-jit')
    expect(entitlements.includes('com.apple.security.cs.disable-library-validation')).toBe(isLet)
  })

  test('asks for the macOS that Electron 44 and later ask for', () => {
    expect(configuration.mac.minimumSystemVersion).toBe('13.0')
  })
})

describe('the update server', () => {
  test('is none unless it is named, and nothing is published there', () => {
    expect(updateServer({})).toBeNull()
    expect(configuration.publish).toBeNull()
  })

  test.each([
    ['https://downloads.example.com/asset-inspector', 'https://downloads.example.com/asset-inspector'],
    ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080/'],
  ])('is %s', (UPDATE_SERVER, url) => {
    expect(updateServer({ UPDATE_SERVER })).toEqual({ provider: 'generic', url })
  })

  test.each(['http://downloads.example.com/', 'downloads.example.com', 'file:///srv', 'ftp://example.com/'])(
    'is never %s, where somebody on the way could replace everything',
    (UPDATE_SERVER) => {
      expect(() => updateServer({ UPDATE_SERVER })).toThrow(/no https address/)
    },
  )
})

describe('the packaged program', () => {
  test.each([
    ['linux', 'x64', 'linux-unpacked', 'asset-inspector-for-aem'],
    ['linux', 'arm64', 'linux-arm64-unpacked', 'asset-inspector-for-aem'],
    ['win32', 'x64', 'win-unpacked', 'asset-inspector-for-aem.exe'],
    ['darwin', 'arm64', 'mac-arm64/Asset Inspector for AEM.app', 'Contents/MacOS/Asset Inspector for AEM'],
  ] as const)('for %s on %s is where electron-builder leaves it', (platform, arch, folder, executable) => {
    expect(packagedProgram('dist', { platform, arch })).toEqual({
      folder: join('dist', folder),
      executable: join('dist', folder, executable),
    })
  })
})
