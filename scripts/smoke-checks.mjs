// @ts-check
/*
 * node scripts/smoke-checks.mjs <packaged program>
 *
 * The packaged program takes no debugger, so no test tool can drive it. Two things are therefore proved: a copy in which the
 * one fuse for debugging is closed again, and nothing else differs, does its work; and the program itself, as it would
 * be shipped, opens its window and ignores what would let others into it.
 */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import configuration from '../electron-builder.config.cjs'
import { asCommand, note } from './child.mjs'
import { copyForTests, differingFuses, fusesOf } from './smoke-copy.mjs'
import { checkSecretIsKept, checkTheDemo } from './smoke-driven.mjs'
import { checkDoorsAreShut, checkWindowOpens } from './smoke-shipped.mjs'

await asCommand(async () => {
  const [program] = process.argv.slice(2)
  assert(program, 'Name the packaged program.')
  const workshop = mkdtempSync(path.join(tmpdir(), 'smoke-'))
  try {
    const shipped = await fusesOf(program)
    const wanted = configuration.electronFuses
    assert.deepEqual(
      {
        runAsNode: shipped.RunAsNode,
        enableNodeOptionsEnvironmentVariable: shipped.EnableNodeOptionsEnvironmentVariable,
        enableNodeCliInspectArguments: shipped.EnableNodeCliInspectArguments,
        onlyLoadAppFromAsar: shipped.OnlyLoadAppFromAsar,
      },
      {
        runAsNode: wanted.runAsNode,
        enableNodeOptionsEnvironmentVariable: wanted.enableNodeOptionsEnvironmentVariable,
        enableNodeCliInspectArguments: wanted.enableNodeCliInspectArguments,
        onlyLoadAppFromAsar: wanted.onlyLoadAppFromAsar,
      },
    )
    passed('the fuses are set')

    const copy = await copyForTests(program, path.join(workshop, 'copy'))
    assert.deepEqual(differingFuses(shipped, await fusesOf(copy)), ['EnableNodeCliInspectArguments'])
    await checkTheDemo(copy, path.join(workshop, 'demo'))
    passed('the demo shows metadata')
    await checkSecretIsKept(copy, path.join(workshop, 'secret'))
    passed('a secret goes to the keychain and is there after a restart')

    await checkWindowOpens(program, path.join(workshop, 'shipped'))
    passed('the shipped program opens its window')
    await checkDoorsAreShut(program, workshop)
    passed('the shipped program is no plain Node and takes no debugger')
    return 0
  } finally {
    rmSync(workshop, { recursive: true, force: true })
  }
})

/** @param {string} what */
function passed(what) {
  note(`smoke: ${what}`)
}
