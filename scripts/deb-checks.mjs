// @ts-check
/*
 * node scripts/deb-checks.mjs <the .deb> <a newer one> <the version of that>
 *
 * Installs, uses, upgrades and removes the package on this machine, as npm run deb-trial asks for.
 */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { debianVersion } from './build-deb.mjs'
import { asCommand, outputOf } from './child.mjs'
import { projectFolder } from './electron-runtime.mjs'
import { startProof } from './proof.mjs'
import { proveProgram } from './smoke-checks.mjs'
import { copyForTests } from './smoke-copy.mjs'
import { checkSecretGoesToKeychain, checkSecretIsStillThere, versionsOf } from './smoke-driven.mjs'
import { checkItself } from './smoke-self-check.mjs'

const name = 'asset-inspector-for-aem'
const command = `/usr/bin/${name}`
const folder = `/usr/lib/${name}`
const program = { folder, executable: path.join(folder, name) }
const desktopEntry = `/usr/share/applications/${name}.desktop`
const metainfo = '/usr/share/metainfo/io.github.asset_inspector_for_aem.metainfo.xml'
const sizes = readdirSync(path.join(projectFolder, 'build/icons')).map((file) => path.parse(file).name)
const icons = sizes.map((size) => `/usr/share/icons/hicolor/${size}/apps/${name}.png`)
const parts = [command, desktopEntry, metainfo, ...icons, `/usr/share/doc/${name}/copyright`]

await asCommand(async () => {
  const [file, newer, newVersion] = process.argv.slice(2)
  assert(file && newer && newVersion, 'Name two packages and the version of the second.')
  assert(!installedVersion(), `${name} is installed on this machine: it would be removed.`)
  const workshop = mkdtempSync(path.join(tmpdir(), 'deb-'))
  const proof = startProof('deb')
  const { proves } = proof
  try {
    await proves('is installed', () => {
      apt('install', path.resolve(file))
      assert.deepEqual(parts.filter(isMissing), [])
    })
    await proves('its desktop entry and AppStream data are valid', () => {
      show('desktop-file-validate', desktopEntry)
      show('appstreamcli', 'validate', '--no-net', metainfo)
    })
    await proves('opens asset-inspector: links', () => assert.equal(schemeHandler(), `${name}.desktop`))
    await proves('gives the sandbox its helper', () => {
      const { uid, mode } = statSync(path.join(folder, 'chrome-sandbox'))
      assert.deepEqual([uid, mode & 0o7777], [0, 0o4755])
    })
    await proves('checks itself by its command', () => checkItself(command, path.join(workshop, 'command')))
    await proveProgram(proof, program, path.join(workshop, 'installed'))

    const data = path.join(workshop, 'kept')
    await proves('is replaced by a newer one', async () => {
      await checkSecretGoesToKeychain(await copyForTests(program, path.join(workshop, 'older')), data)
      apt('install', path.resolve(newer))
      assert.equal(installedVersion(), debianVersion(newVersion))
    })
    await proves('finds its files and its secret after that', async () => {
      const copy = await copyForTests(program, path.join(workshop, 'newer'))
      assert.equal((await versionsOf(copy, data)).program, newVersion)
      await checkSecretIsStillThere(copy, data)
    })
    await proves('is removed, and leaves what users keep', () => {
      apt('remove', name)
      assert.deepEqual([...parts, folder].filter(existsSync), [])
      assert.notEqual(schemeHandler(), `${name}.desktop`)
      assert(existsSync(path.join(data, 'connections.json')))
    })
    return proof.close()
  } finally {
    if (installedVersion()) apt('purge', name)
    rmSync(workshop, { recursive: true, force: true, maxRetries: 10 })
  }
})

/** @param {string} verb @param {string} what */
function apt(verb, what) {
  const words = ['-qq', '-y', '--no-install-recommends', '-o', 'Dpkg::Use-Pty=0', verb, what]
  execFileSync('apt-get', words, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', process.stderr, process.stderr],
  })
}

/** @param {string} tool @param {...string} words */
function show(tool, ...words) {
  execFileSync(tool, words, { stdio: ['ignore', process.stderr, process.stderr] })
}

/** @param {string} place */
function isMissing(place) {
  return !existsSync(place)
}

function installedVersion() {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query fills these in.
  const answer = outputOf(['dpkg-query', '-W', '-f', '${db:Status-Status} ${Version}', name]) ?? ''
  return /^installed (\S+)/.exec(answer)?.[1]
}

function schemeHandler() {
  return outputOf(['xdg-mime', 'query', 'default', 'x-scheme-handler/asset-inspector'])?.trim()
}
