// @ts-check
import { cpSync } from 'node:fs'
import path from 'node:path'
import { FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses'

/** How a fuse that is on is written into the executable. */
const enabled = '1'.charCodeAt(0)

/**
 * A copy of the packaged program that takes a debugger, as Playwright needs; everything else is the same.
 * @param {string} program
 * @param {string} folder
 */
export async function copyForTests(program, folder) {
  cpSync(path.dirname(program), folder, { recursive: true })
  const copy = path.join(folder, path.basename(program))
  await flipFuses(copy, { version: FuseVersion.V1, [FuseV1Options.EnableNodeCliInspectArguments]: true })
  return copy
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
