import type { ProxyChoice } from '../../shared/network'
import type { FieldProblemCode } from '../../shared/result'
import type { ProxyRules } from '../calls/call-rules'
import { Failure } from '../failures/failure'

function refuse(code: FieldProblemCode): never {
  throw new Failure({ kind: 'input', problems: [{ field: 'proxyAddress', code, values: {} }] })
}

function read(text: string): URL | null {
  try {
    return new URL(text)
  } catch {
    return null
  }
}

const longestAddress = 2_000
const serverSchemes: readonly string[] = ['http:', 'https:', 'socks4:', 'socks5:']

/** The address of a proxy as Chromium takes it, `http://proxy.example.com:8080`; a scheme or port that is missing is HTTP's. */
function understandServer(text: string): string {
  const withScheme = text.includes('://') ? text : `http://${text}`
  const url = read(withScheme)
  if (url === null || url.hostname === '' || !serverSchemes.includes(url.protocol)) {
    return refuse('proxy-not-an-address')
  }
  if (url.username !== '' || url.password !== '') return refuse('proxy-has-login')
  if (!['', '/'].includes(url.pathname) || url.search !== '' || url.hash !== '') {
    return refuse('proxy-not-an-address')
  }
  // Commas and semicolons would be more rules.
  if (!/^[\w.:[\]-]+$/.test(url.host)) return refuse('proxy-not-an-address')
  return `${url.protocol}//${url.hostname}:${portOf(url)}`
}

function portOf({ protocol, port }: URL): string {
  if (port !== '') return port
  if (protocol === 'http:') return '80'
  return protocol === 'https:' ? '443' : '1080'
}

function understandScript(text: string): string {
  const url = read(text)
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return refuse('script-not-an-address')
  if (url.username !== '' || url.password !== '') return refuse('proxy-has-login')
  return url.href
}

/** Throws `input` for an address that makes no sense. */
export function understandProxy({ mode, address }: ProxyChoice): ProxyChoice {
  if (mode === 'system' || mode === 'none') return { mode, address: '' }
  const text = address.trim()
  if (text === '') refuse('empty')
  if (text.length > longestAddress) refuse('too-long')
  return { mode, address: mode === 'server' ? understandServer(text) : understandScript(text) }
}

export function proxyRulesOf({ mode, address }: ProxyChoice): ProxyRules | null {
  switch (mode) {
    case 'system':
      return null
    case 'none':
      return { mode: 'direct' }
    case 'server':
      return { mode: 'fixed_servers', proxyRules: address }
    case 'script':
      return { mode: 'pac_script', pacScript: address }
  }
}

/** Host and port of a proxy that is named, as it names itself when it asks for a login. */
export function hostOfProxy({ mode, address }: ProxyChoice): string | null {
  return mode === 'server' ? address.replace(/^.*:\/\//, '') : null
}
