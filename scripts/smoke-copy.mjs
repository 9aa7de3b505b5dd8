// @ts-check
import { cpSync } from 'node:fs'
import path from 'node:path'
import { FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses'

/** How a fuse that is on is written into the executable. */
const enabled = '1'.charCodeAt(0)

/** A packaged program: the folder of what belongs together, and the executable in it. @typedef {ReturnType<typeof import('./electron-dist.mjs').packagedProgram>} PackagedProgram */

/**
 * The executable of a copy of the packaged program that takes a debugger, as Playwright needs; everything else is the same.
 * @param {PackagedProgram} program
 * @param {string} workshop
 */
export async function copyForTests({ folder, executable }, workshop) {
  const copy = path.join(workshop, path.basename(folder))
  // The links inside a framework of macOS stay inside the copy.
  cpSync(folder, copy, { recursive: true, verbatimSymlinks: true })
  const program = path.join(copy, path.relative(folder, executable))
  await flipFuses(program, {
    version: FuseVersion.V1,
    resetAdHocDarwinSignature: process.platform === 'darwin',
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
  return program
}

/** The fuses of an executable by name, as far as its Electron knows them. @param {string} program */
export async function fusesOf(program) {
  const wire = new Map(Object.entries(await getCurrentFuseWire(program)))
  /** @type {Partial<Record<keyof typeof FuseV1Options, boolean>>} */
  const fuses = {}
  for (const [position, state] of wire) {
    const name = FuseV1Options[Number(position)]
    if (name && name in FuseV1Options) Object.assign(fuses, { [name]: Number(state) === enabled })
  }
  return fuses
}

/** @param {Awaited<ReturnType<typeof fusesOf>>} one @param {Awaited<ReturnType<typeof fusesOf>>} other */
export function differingFuses(one, other) {
  const second = new Map(Object.entries(other))
  return Object.entries(one)
    .filter(([name, value]) => second.get(name) !== value)
    .map(([name]) => name)
}
