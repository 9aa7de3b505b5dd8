// @ts-check
import { spawn } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runtimeAt } from './electron-dist.mjs'

/** A download that brings no byte for this long is given up. A slow network is waited for, a silent firewall is not. */
const stallSeconds = 30
/** After a failed download the next one is tried this much later, so that not every start waits again. */
export const retryAfterHours = 12

/**
 * The binary of the installed `electron` package, or undefined when it was not downloaded yet, or not to the end: the
 * installer unpacks several files at a time, and writes `path.txt` after the last of them.
 * @param {string} packageFolder
 */
export function installedOfficial(packageFolder) {
  if (!existsSync(path.join(packageFolder, 'path.txt'))) return undefined
  const dist = path.join(packageFolder, 'dist')
  const { version } = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8'))
  const runtime = runtimeAt(dist)
  return runtime?.version === version ? runtime : undefined
}

/**
 * Lets the `electron` package fetch its binary with its own installer, which checks the checksums in the package.
 * @param {string} packageFolder
 * @param {{ stallMs?: number, pollMs?: number }} [options]
 * @returns {Promise<{ ok: true } | { ok: false, reason: string }>}
 */
export async function downloadOfficial(packageFolder, { stallMs = stallSeconds * 1000, pollMs = 250 } = {}) {
  // The installer streams into the temporary folder and unpacks into dist: their growth is its progress.
  const temporary = mkdtempSync(path.join(tmpdir(), 'electron-download-'))
  const watched = [temporary, path.join(packageFolder, 'dist')]
  const installer = spawn(process.execPath, [path.join(packageFolder, 'install.js')], {
    env: { ...proxyAwareEnvironment(process.env), TMPDIR: temporary, TMP: temporary, TEMP: temporary },
    stdio: ['ignore', process.stderr, 'pipe'],
  })
  let complaint = ''
  installer.stderr.setEncoding('utf8').on('data', (text) => {
    complaint += text
  })

  let size = totalSize(watched)
  let grewAt = Date.now()
  let stalled = false
  const watch = setInterval(() => {
    const now = totalSize(watched)
    if (now !== size) {
      size = now
      grewAt = Date.now()
    } else if (Date.now() - grewAt >= stallMs) {
      stalled = true
      installer.kill('SIGKILL')
    }
  }, pollMs)

  try {
    const code = await new Promise((resolve, reject) =>
      installer.once('error', reject).once('close', resolve),
    )
    if (code === 0) return { ok: true }
    if (stalled) return { ok: false, reason: `nothing arrived for ${stallMs / 1000} s` }
    return { ok: false, reason: complaint.trim().split('\n')[0] || `its installer ended with ${code}` }
  } finally {
    clearInterval(watch)
    // Windows refuses while a virus scanner still reads what was downloaded.
    rmSync(temporary, { recursive: true, force: true, maxRetries: 10 })
  }
}

/**
 * The environment for a download through the proxy of the environment or of npm's configuration: the installer downloads
 * by Node's `fetch`, which uses a proxy only where `ELECTRON_GET_USE_PROXY` is set.
 * @param {NodeJS.ProcessEnv} environment
 * @returns {NodeJS.ProcessEnv}
 */
export function proxyAwareEnvironment(environment) {
  /** @param {readonly string[]} names */
  function firstOf(...names) {
    return names.map((name) => environment[name]).find(Boolean)
  }
  const http = firstOf('http_proxy', 'HTTP_PROXY', 'npm_config_proxy')
  const https = firstOf('https_proxy', 'HTTPS_PROXY', 'npm_config_https_proxy', 'npm_config_proxy')
  const none = firstOf('no_proxy', 'NO_PROXY', 'npm_config_noproxy')
  if (!http && !https) return environment
  return {
    ...environment,
    ELECTRON_GET_USE_PROXY: '1',
    ...(http && { HTTP_PROXY: http }),
    ...(https && { HTTPS_PROXY: https }),
    ...(none && { NO_PROXY: none }),
  }
}

/** @param {readonly string[]} folders */
function totalSize(folders) {
  let total = 0
  for (const folder of folders) {
    for (const entry of filesUnder(folder)) {
      total += statSync(entry, { throwIfNoEntry: false })?.size ?? 0
    }
  }
  return total
}

/** @param {string} folder @returns {string[]} */
function filesUnder(folder) {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name))
  } catch {
    return [] // The installer adds and removes folders while we look.
  }
}

/**
 * Why a download of this version failed, if that was so recently that it is not worth another wait.
 * @param {string} cacheFolder
 * @param {string} version
 * @param {Date} [now]
 */
export function recentFailure(cacheFolder, version, now = new Date()) {
  const mark = failureMark(cacheFolder, version)
  const failedAt = statSync(mark, { throwIfNoEntry: false })?.mtime
  if (failedAt === undefined || now.getTime() - failedAt.getTime() >= retryAfterHours * 3_600_000)
    return undefined
  return `${readFileSync(mark, 'utf8') || 'an earlier try failed'}, at ${failedAt.toISOString()}`
}

/** @param {string} cacheFolder @param {string} version @param {string} reason */
export function rememberFailure(cacheFolder, version, reason) {
  mkdirSync(cacheFolder, { recursive: true })
  writeFileSync(failureMark(cacheFolder, version), reason)
}

/** @param {string} cacheFolder @param {string} version */
function failureMark(cacheFolder, version) {
  return path.join(cacheFolder, `electron-${version}-download-failed`)
}
