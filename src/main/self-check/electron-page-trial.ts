import type { BrowserWindow } from 'electron'
import type { SelfCheckOutcome } from '../../shared/self-check'
import { appOrigin, contentSecurityPolicy } from '../program/app-scheme'
import { failed, notTried, ok } from './run-trials'

/** The headers of the page as they are really served, and whether Chromium enforces what they say. */
export async function tryPage(window: BrowserWindow): Promise<SelfCheckOutcome> {
  const page = window.webContents.getURL()
  if (!page.startsWith(`${appOrigin}/`)) return notTried('page-of-server')
  const { headers } = await window.webContents.session.fetch(page)
  const policy = headers.get('content-security-policy') ?? ''
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
  const wanted = {
    'content-security-policy': contentSecurityPolicy(nonce),
    'x-content-type-options': 'nosniff',
  }
  for (const [header, value] of Object.entries(wanted)) {
    const served = headers.get(header) ?? ''
    if (served !== value || nonce === '') return failed('page-header-differs', { header, detail: served })
  }
  return (await isRequestBlocked(window)) ? ok('page-guarded') : failed('page-policy-without-effect')
}

/** The page asks for itself, which its policy forbids: Chromium tells of that before anything is sent. */
async function isRequestBlocked(window: BrowserWindow): Promise<boolean> {
  const directive: unknown = await window.webContents.executeJavaScript(`new Promise((resolve) => {
    addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), { once: true })
    fetch(location.href).then(() => resolve('sent'), () => undefined)
  })`)
  return directive === 'connect-src'
}
