import { unwrap } from './desktop'

/** Puts plain text on the clipboard; tells whether the system could hold it as it is. */
export function copyText(text: string): Promise<{ exact: boolean }> {
  return unwrap(window.desktop.copyText({ text }))
}
