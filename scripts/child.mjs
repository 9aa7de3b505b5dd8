// @ts-check
import { spawn, spawnSync } from 'node:child_process'
import { constants } from 'node:os'

/** The signals that a terminal or a service manager ends a program with. @type {NodeJS.Signals[]} */
const endingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP']
const hasProcessGroups = process.platform !== 'win32'

/**
 * Runs a program and gives its exit code; one ended by a signal counts as 128 + its number, as in a shell. The program and
 * all that it starts are one process group, which gets every signal that ends this process: a shell script between us
 * and the window (xvfb-run) would not hand it on.
 * @param {readonly string[]} commandLine
 * @param {{
 *   env?: NodeJS.ProcessEnv,
 *   stdout?: 'inherit' | 'stderr',
 *   onOutput?: (text: string) => void,
 * }} [options] `onOutput` gets what it prints on both streams, in place of the terminal
 * @returns {Promise<number>}
 */
export function run([command = '', ...words], { env = process.env, stdout = 'inherit', onOutput } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, words, {
      env,
      detached: hasProcessGroups,
      // A background process group that read the terminal would be stopped by it.
      stdio: onOutput
        ? ['ignore', 'pipe', 'pipe']
        : ['ignore', stdout === 'stderr' ? process.stderr : 'inherit', 'inherit'],
    })
    if (onOutput)
      for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', onOutput)
    /** @param {NodeJS.Signals} signal */
    function handOn(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return
      if (hasProcessGroups && child.pid) process.kill(-child.pid, signal)
      else child.kill(signal)
    }
    for (const signal of endingSignals) process.on(signal, handOn)
    function stopListening() {
      for (const signal of endingSignals) process.off(signal, handOn)
    }
    child.once('error', (error) => {
      stopListening()
      reject(error)
    })
    child.once('close', (code, signal) => {
      stopListening()
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0))
    })
  })
}

/**
 * What a short program prints on standard output, or undefined when it is missing or fails.
 * @param {readonly string[]} commandLine
 * @param {{ env?: NodeJS.ProcessEnv }} [options]
 */
export function outputOf([command = '', ...words], { env = process.env } = {}) {
  const { status, stdout } = spawnSync(command, words, {
    encoding: 'utf8',
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return status === 0 ? stdout : undefined
}

/** A line for the person at the terminal; standard output is left to what another program may read. @param {string} line */
export function note(line) {
  process.stderr.write(`${line}\n`)
}

/**
 * The body of a command: its number is the exit code, and an error is shown in its own words, without a stack.
 * @param {() => Promise<number>} body
 */
export async function asCommand(body) {
  try {
    process.exitCode = await body()
  } catch (error) {
    note(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  }
}
