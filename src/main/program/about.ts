import type { AboutPanelOptionsOptions } from 'electron'
import type { MainMessages } from './main-messages'

/** As scripts/package-configuration.mjs names a package that carries another Electron than the program is made for. */
export function isTestBuild(version: string): boolean {
  return version.endsWith('-test-build')
}

type Versions = { electron?: string; chrome?: string }

/** What the platform's About panel says: the version, what it runs on, and that a test build is one. */
export function describeAbout(
  { name, version }: { name: string; version: string },
  { electron = '', chrome = '' }: Versions,
  { testBuild }: Pick<MainMessages, 'testBuild'>,
): AboutPanelOptionsOptions {
  const runtime = `Electron ${electron} · Chromium ${chrome}`
  return {
    // Linux would take the name of the executable.
    applicationName: name,
    applicationVersion: version,
    // The only text that every platform shows.
    copyright: isTestBuild(version) ? `${testBuild}\n${runtime}` : runtime,
  }
}
