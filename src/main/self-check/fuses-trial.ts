import type { SelfCheckOutcome } from '../../shared/self-check'
import { failed, notTried, ok } from './run-trials'

/** As electron-builder.config.cjs sets them: those that decide which code the program runs. */
export const shippedFuses = {
  RunAsNode: false,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
} as const

/** Compares the fuses in an executable with those that are shipped. */
export async function tryFuses(executable: string, isPackaged: boolean): Promise<SelfCheckOutcome> {
  if (!isPackaged) return notTried('fuses-not-packaged')
  let differing: string[]
  try {
    differing = await findDiffering(executable)
  } catch (thrown) {
    return notTried('fuses-not-read', { detail: thrown instanceof Error ? thrown.message : '' })
  }
  return differing.length > 0
    ? failed('fuses-differ', { names: differing.join(', ') })
    : ok('fuses-set', { count: Object.keys(shippedFuses).length })
}

/** How the wire in an executable spells them. */
const spelled = { on: '1'.charCodeAt(0), off: '0'.charCodeAt(0) }

async function findDiffering(executable: string): Promise<string[]> {
  const { FuseV1Options, getCurrentFuseWire } = await import('@electron/fuses')
  const wire = new Map(Object.entries(await getCurrentFuseWire(executable)))
  return Object.entries(shippedFuses)
    .filter(([name, isOn]) => {
      const position = FuseV1Options[name as keyof typeof shippedFuses]
      return wire.get(String(position)) !== (isOn ? spelled.on : spelled.off)
    })
    .map(([name]) => name)
}
