// @ts-check
/*
 * node scripts/smoke-checks.mjs <folder of the packaged program> <its executable>
 *
 * The packaged program takes no debugger, so no test tool can drive it. Two things are therefore proved: a copy in which the
 * one fuse for debugging is closed again, and nothing else differs, does its work; and the program itself, as it would
 * be shipped, checks itself and ignores what would let others into it.
 */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import configuration from '../electron-builder.config.cjs'
import { asCommand } from './child.mjs'
import { officialVersion } from './electron-runtime.mjs'
import { programVersion } from './package-configuration.mjs'
import { startProof } from './proof.mjs'
import { checkByCommand } from './smoke-command.mjs'
import { copyForTests, differingFuses, fusesOf } from './smoke-copy.mjs'
import {
  checkSecretGoesToKeychain,
  checkSecretIsStillThere,
  checkTheDemo,
  versionsOf,
} from './smoke-driven.mjs'
import { checkItself } from './smoke-self-check.mjs'
import { checkDoorsAreShut, checkSwitchesAreRefused } from './smoke-shipped.mjs'
import { checkUpdate } from './smoke-update.mjs'

/**
 * @param {ReturnType<typeof startProof>} proof
 * @param {import('./smoke-copy.mjs').PackagedProgram} program
 * @param {string} workshop
 */
export async function proveProgram({ proves, skips }, { folder, executable }, workshop) {
  const data = path.join(workshop, 'data')
  let copy = ''
  await proves('the fuses are set', () => checkFuses(executable))
  await proves('a copy differs in the fuse for debugging alone', async () => {
    copy = await copyForTests({ folder, executable }, workshop)
    const differing = differingFuses(await fusesOf(executable), await fusesOf(copy))
    assert.deepEqual(differing, ['EnableNodeCliInspectArguments'])
  })
  await proves('its version tells a test build', async () => {
    const versions = await versionsOf(copy, data)
    const isTestBuild = versions.electron !== officialVersion()
    assert.equal(versions.program, isTestBuild ? `${programVersion}-test-build` : programVersion)
  })
  await proves('the demo shows metadata', () => checkTheDemo(copy, path.join(workshop, 'demo')))
  const keychain = 'a secret goes to the keychain and is there after a restart'
  if (process.platform === 'linux') {
    await proves(keychain, async () => {
      await checkSecretGoesToKeychain(copy, data)
      await checkSecretIsStillThere(copy, data)
    })
  } else skips(keychain, 'only on Linux can it have a keychain of its own')
  const update = 'an update is offered, downloaded and installed when it is asked for'
  if (process.platform === 'linux') await proves(update, () => checkUpdate(copy, workshop))
  else skips(update, 'only on Linux can a script stand in for the new program')
  await proves('the shipped program finds nothing wrong with itself', () =>
    checkItself(executable, path.join(workshop, 'shipped')),
  )
  await proves('the shipped program checks without a window, and refuses what weakens that', () =>
    checkByCommand(executable, workshop),
  )
  await proves('the shipped program is no plain Node', () => checkDoorsAreShut(executable, workshop))
  await proves('the shipped program refuses switches that weaken or record it', () =>
    checkSwitchesAreRefused(executable, workshop),
  )
}

/** @param {string} executable */
async function checkFuses(executable) {
  const shipped = await fusesOf(executable)
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
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await asCommand(async () => {
    const [folder, executable] = process.argv.slice(2)
    assert(folder && executable, 'Name the folder of the packaged program and its executable.')
    const workshop = mkdtempSync(path.join(tmpdir(), 'smoke-'))
    try {
      const proof = startProof('smoke')
      await proveProgram(proof, { folder, executable }, workshop)
      return proof.close()
    } finally {
      rmSync(workshop, { recursive: true, force: true, maxRetries: 10 })
    }
  })
}
