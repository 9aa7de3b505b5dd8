import type { ChildProcess } from 'node:child_process'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { sandboxSwitches, thisMachine } from '../scripts/linux-session.mjs'
import { makeUserDataFolder } from '../test/e2e/support/files'
import { hasEnded, processesOf } from './processes.mjs'

const closeWithinMs = 10_000

/** An Electron program of one window and one page. */
export const referenceFolder = fileURLToPath(new URL('reference-app', import.meta.url))

/** The Electron that `npm run bench` has chosen. */
export function electronExecutable(): string {
  const chosen = process.env.ELECTRON_EXECUTABLE
  if (!chosen)
    throw new Error('Start the measurements with `npm run bench`, which finds an Electron for them.')
  return chosen
}

/** What stands behind the executable. */
export function electronArguments(folder: string, userData: string): string[] {
  return [...sandboxSwitches(thisMachine()).switches, `--user-data-dir=${userData}`, folder]
}

/** The environment of every program that is measured: of the bench, with the language that is looked for. */
export function electronEnvironment(changes: Readonly<Record<string, string>> = {}): Record<string, string> {
  const wanted = { ...process.env, LC_ALL: 'en_US.UTF-8', ...changes }
  return Object.fromEntries(
    Object.entries(wanted).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}

/** A program that is driven by the bench. */
export type Driven = { app: ElectronApplication; page: Page }

export type Launch = {
  folder: string
  /** With the files of an earlier run; without any of them when it is left out. */
  userData?: string
  env?: Readonly<Record<string, string>>
  /** Another Electron than the one that `npm run bench` has chosen. */
  executable?: string
}

/** Opens a program for as long as it is used. */
export async function withDriven<T>(launch: Launch, use: (driven: Driven) => Promise<T>): Promise<T> {
  const { folder, userData, env, executable = electronExecutable() } = launch
  if (userData === undefined)
    return withNewFolder((newFolder) => withDriven({ ...launch, userData: newFolder }, use))
  const app = await _electron.launch({
    executablePath: executable,
    args: electronArguments(folder, userData),
    env: electronEnvironment(env),
    timeout: 30_000,
  })
  const child = app.process()
  try {
    const page = await app.firstWindow()
    page.setDefaultTimeout(20_000)
    return await use({ app, page })
  } finally {
    await close(app, child)
  }
}

/** A window whose script never ends cannot be closed, but ended. */
async function close(app: ElectronApplication, child: ChildProcess): Promise<void> {
  const running = processesOf(child.pid ?? 0)
  const deadline = Date.now() + closeWithinMs
  await Promise.race([app.close(), delay(closeWithinMs, undefined, { ref: false })])
  for (const pid of running) while (!hasEnded(pid, Date.now() > deadline)) await delay(20)
}

/** A new folder for each call, as a program finds it at its first start. */
export async function withNewFolder<T>(use: (userData: string) => Promise<T>): Promise<T> {
  const folder = makeUserDataFolder()
  try {
    return await use(folder.path)
  } finally {
    folder.remove()
  }
}
