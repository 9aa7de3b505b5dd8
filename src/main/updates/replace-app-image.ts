import { spawn } from 'node:child_process'
import { chmodSync, closeSync, copyFileSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

const executable = 0o755

/**
 * Puts the new AppImage in place of the old one, and returns its path: under the old name, or under its own where the old name
 * tells a version. electron-updater removes the old file first, so that a full disk leaves none; here the new one is whole
 * before the old one goes.
 */
export function replaceAppImage(current: string, downloaded: string): string {
  const tellsVersion = /\d+\.\d+\.\d+/.test(basename(current))
  const target = tellsVersion ? join(dirname(current), basename(downloaded)) : current
  const arriving = `${target}.arriving`
  try {
    copyFileSync(downloaded, arriving)
    chmodSync(arriving, executable)
    flush(arriving)
    renameSync(arriving, target)
  } catch (thrown) {
    rmSync(arriving, { force: true })
    throw thrown
  }
  if (target !== current) rmSync(current, { force: true })
  return target
}

function flush(file: string): void {
  const descriptor = openSync(file, 'r+')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Waits for a process to end, then becomes the program. */
const waitThenStart = 'while kill -0 "$1" 2>/dev/null; do sleep 0.1; done; shift; exec "$@"'

/**
 * Starts a program when this one has ended, by the system's shell: what an AppImage carries itself is gone by then, and while
 * this one runs, a second start would only show its window.
 */
export function startWhenEnded(program: string, words: readonly string[]): void {
  const child = spawn('/bin/sh', ['-c', waitThenStart, 'sh', String(process.pid), program, ...words], {
    detached: true,
    stdio: 'ignore',
  })
  child.unref()
}
