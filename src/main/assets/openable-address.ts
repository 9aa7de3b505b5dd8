/**
 * An address on a connection's own author, where it may be handed to the system's browser, or null: `https`, and the demo cloud
 * on this machine.
 */
export function openableAddress(url: URL, isDemo: boolean): string | null {
  const isOpen =
    url.protocol === 'https:' || (isDemo && url.protocol === 'http:' && url.hostname === '127.0.0.1')
  return isOpen && url.username === '' && url.password === '' ? url.href : null
}
