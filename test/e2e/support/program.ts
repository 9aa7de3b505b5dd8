import { type ChildProcess, execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import {
  type ConsoleMessage,
  type ElectronApplication,
  _electron as electron,
  type Page,
} from '@playwright/test'
import { openInChromium } from './chromium/open-in-chromium'
import { type MainWindow, mainWindow } from './main-window'
import { isRunning, processesUnder } from './processes'

const projectFolder = join(__dirname, '../../..')
const actionWithinMs = 10_000
const closeWithinMs = 10_000

export type ProgramOptions = {
  userData: string
  /** Added to the environment of the tests; undefined takes a name out of it. */
  env?: Readonly<Record<string, string | undefined>>
  /** Switches of Chromium, as on the command line. */
  switches?: readonly string[]
  /** What stands behind the program on its command line, such as a link. */
  words?: readonly string[]
  /** The test makes the window break its own rules, so that complaints are what it expects. */
  provokes?: boolean
  /** Where Electron starts an altered program from. */
  folder?: string
}

/** The built program, running in real Electron. */
export type Program = {
  app: ElectronApplication
  page: Page
  window: MainWindow
  /** Everything it has printed. */
  output: () => string
  /** What the console of the window holds that no normal use should put there, violations of its policy among it. */
  complaints: () => readonly string[]
  close: () => Promise<void>
}

export async function openProgram({
  userData,
  env = {},
  switches = [],
  words = [],
  provokes = false,
  folder,
}: ProgramOptions): Promise<Program> {
  const { app, page } = await (process.env.CHROMIUM === undefined
    ? openInElectron([...switches, ...programArguments(userData, folder), ...words], environmentOf(env))
    : openInChromium([...switches, `--user-data-dir=${userData}`], environmentOf(env)))
  const child = app.process()
  const output: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => output.push(text))
  }
  const complaints: string[] = []
  page.setDefaultTimeout(actionWithinMs)
  page.on('console', (message) => {
    if (!provokes && isComplaint(message)) complaints.push(`${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => {
    if (!provokes) complaints.push(`uncaught: ${error.message}`)
  })
  return {
    app,
    page,
    window: mainWindow(page),
    output: () => output.join(''),
    complaints: () => complaints,
    close: () => closeProgram(app, child),
  }
}

async function openInElectron(args: string[], env: Record<string, string>) {
  const app = await electron.launch({
    executablePath: findElectron(),
    args,
    env,
    timeout: 30_000,
  })
  return { app, page: await app.firstWindow() }
}

/** The Electron that `npm test` has chosen, or the one that it would choose. */
export function findElectron(): string {
  const chosen = process.env.ELECTRON_EXECUTABLE
  if (chosen) return chosen
  const script = join(projectFolder, 'scripts/electron-path.mjs')
  return execFileSync(process.execPath, [script], { encoding: 'utf8' }).trim()
}

/** What stands behind the executable. Chromium's sandbox does not run as root. */
export function programArguments(userData: string, folder = projectFolder): string[] {
  const sandboxSwitches = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return [...sandboxSwitches, `--user-data-dir=${userData}`, folder]
}

function environmentOf(changes: NonNullable<ProgramOptions['env']>): Record<string, string> {
  // Electron prints its warnings by itself only when its binary has its own name.
  const wanted = { ...process.env, LC_ALL: 'en_US.UTF-8', ELECTRON_ENABLE_SECURITY_WARNINGS: '1', ...changes }
  return Object.fromEntries(
    Object.entries(wanted).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}

function isComplaint(message: ConsoleMessage): boolean {
  return ['error', 'warning', 'assert'].includes(message.type())
}

/**
 * As a user closes it; a program that does not end by itself is ended, so that one failure stays one failure. Its helpers
 * write to its folder for a moment longer.
 */
async function closeProgram(app: ElectronApplication, child: ChildProcess): Promise<void> {
  const running = processesUnder(child.pid ?? 0)
  const deadline = Date.now() + closeWithinMs
  await Promise.race([app.close(), delay(closeWithinMs, undefined, { ref: false })])
  for (const pid of running) {
    while (isRunning(pid)) {
      if (Date.now() > deadline) process.kill(pid, 'SIGKILL')
      await delay(20)
    }
  }
}
