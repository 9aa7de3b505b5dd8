import { clipboard } from 'electron'

export type Clipboard = {
  /** Copies text and tells whether it can be read back as it is: some clipboards lose NUL or lone surrogates. */
  copy: (text: string) => Promise<boolean>
  /** Copies something secret, and takes it away again after `milliseconds` if nothing else was copied since. */
  copyForAWhile: (text: string, milliseconds: number) => Promise<void>
  /** Takes a secret away at once, as when the program ends. */
  clearSecret: () => void
}

export function createClipboard(): Clipboard {
  let secret: string | null = null
  let timer: NodeJS.Timeout | undefined

  // Synchronous up to Electron 43, promises since: awaiting serves both.
  async function write(text: string): Promise<void> {
    await clipboard.writeText(text)
  }
  async function clear(): Promise<void> {
    clearTimeout(timer)
    const expected = secret
    secret = null
    if (expected !== null && (await clipboard.readText()) === expected) await clipboard.clear()
  }

  return {
    copy: async (text) => {
      await write(text)
      return (await clipboard.readText()) === text
    },
    copyForAWhile: async (text, milliseconds) => {
      await write(text)
      secret = text
      clearTimeout(timer)
      timer = setTimeout(() => void clear(), milliseconds)
    },
    clearSecret: () => void clear(),
  }
}
