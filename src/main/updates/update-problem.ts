import type { UpdateTrouble, UpdateTroubleCode } from '../../shared/updates'
import { HttpProblem } from '../calls/http'

/** What can go wrong with an update and has words in the window. */
export class UpdateProblem extends Error {
  readonly trouble: UpdateTrouble

  constructor(code: UpdateTroubleCode, detail = '') {
    super(`${code} ${detail}`)
    this.name = 'UpdateProblem'
    this.trouble = { code, detail }
  }
}

/** Codes of electron-updater, which are the words before its prose. */
const updaterCodes: Readonly<Record<string, UpdateTroubleCode>> = {
  ERR_CHECKSUM_MISMATCH: 'checksum',
  ERR_UPDATER_INVALID_SIGNATURE: 'signature',
  ERR_UPDATER_INVALID_UPDATE_INFO: 'not-readable',
  ERR_UPDATER_INVALID_VERSION: 'not-readable',
  ERR_UPDATER_NO_CHECKSUM: 'not-readable',
  ERR_UPDATER_NO_FILES_PROVIDED: 'not-readable',
  ERR_UPDATER_WEB_INSTALLER_DISABLED: 'not-readable',
  ERR_UPDATER_ZIP_FILE_NOT_FOUND: 'not-readable',
}

const storageCodes = ['ENOSPC', 'EACCES', 'EPERM', 'EROFS', 'EDQUOT', 'EIO', 'EMFILE', 'ENOTDIR', 'EEXIST']

/** null for what is a bug. */
export function explainTrouble(thrown: unknown): UpdateTrouble | null {
  if (thrown instanceof UpdateProblem) return thrown.trouble
  if (thrown instanceof HttpProblem) return explainHttp(thrown)
  if (!(thrown instanceof Error)) return null
  const code = 'code' in thrown ? String(thrown.code) : ''
  const known = updaterCodes[code]
  if (known !== undefined) return { code: known, detail: '' }
  return storageCodes.includes(code) ? { code: 'storage', detail: thrown.message } : null
}

function explainHttp({ network, refused, target }: HttpProblem): UpdateTrouble {
  if (refused === 'deadline-headers' || refused === 'deadline-body') return { code: 'too-slow', detail: '' }
  if (refused === 'too-large') return { code: 'not-readable', detail: '' }
  if (refused === 'redirect') return { code: 'refused-address', detail: target ?? '' }
  if (refused === 'proxy-login' || network === 'net::ERR_PROXY_AUTH_REQUESTED') {
    return { code: 'proxy-sign-in', detail: '' }
  }
  const detail = network ?? refused ?? ''
  if (detail.startsWith('net::ERR_CERT')) return { code: 'certificate', detail }
  return { code: brokenOff.includes(detail) ? 'broken-off' : 'unreachable', detail }
}

/** How Chromium says that an answer ended before its end. */
const brokenOff = [
  'net::ERR_CONTENT_LENGTH_MISMATCH',
  'net::ERR_INCOMPLETE_CHUNKED_ENCODING',
  'net::ERR_CONNECTION_CLOSED',
]
