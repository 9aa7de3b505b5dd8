import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import configuration from '../../../electron-builder.config.cjs'
import { shippedFuses, tryFuses } from '../../../src/main/self-check/fuses-trial'

/** A file with a wire of fuses as Electron has it: version, length, and a character for each. */
function executableWith(fuses: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'fuses-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'program')
  const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
  const wire = Buffer.concat([Buffer.from(sentinel), Buffer.from([1, fuses.length]), Buffer.from(fuses)])
  writeFileSync(path, Buffer.concat([Buffer.alloc(1_000), wire, Buffer.alloc(1_000)]))
  return path
}

describe('the trial of the fuses', () => {
  it('knows the fuses as electron-builder is told to set them', () => {
    const { electronFuses: set } = configuration
    expect(shippedFuses).toEqual({
      RunAsNode: set.runAsNode,
      EnableNodeOptionsEnvironmentVariable: set.enableNodeOptionsEnvironmentVariable,
      EnableNodeCliInspectArguments: set.enableNodeCliInspectArguments,
      EnableEmbeddedAsarIntegrityValidation: set.enableEmbeddedAsarIntegrityValidation,
      OnlyLoadAppFromAsar: set.onlyLoadAppFromAsar,
    })
  })

  it.each([
    ['as shipped', '00001101', { state: 'ok', code: 'fuses-set' }],
    ['as shipped, of an Electron that knows more of them', '000011010', { state: 'ok' }],
    ['plain Node', '10001101', { state: 'failed', values: { names: 'RunAsNode' } }],
    ['a debugger and foreign code', '00011000', { state: 'failed' }],
    ['removed ones', 'r0001101', { state: 'failed', values: { names: 'RunAsNode' } }],
  ])('%s', async (_, fuses, outcome) => {
    expect(await tryFuses(executableWith(fuses), true)).toMatchObject(outcome)
  })

  it('names every fuse that differs', async () => {
    const { values } = await tryFuses(executableWith('10010000'), true)
    expect(values.names).toBe(
      'RunAsNode, EnableNodeCliInspectArguments, EnableEmbeddedAsarIntegrityValidation, OnlyLoadAppFromAsar',
    )
  })

  it('claims nothing where it could not read them', async () => {
    expect(await tryFuses('/nonexistent/program', true)).toMatchObject({ state: 'not-tried' })
    expect(await tryFuses(process.execPath, false)).toMatchObject({ code: 'fuses-not-packaged' })
  })
})
