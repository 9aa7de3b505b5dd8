import type { SystemClipboard } from './system-clipboard'

export type Clipboard = {
  /** Copies text and tells whether it can be read back as it is: some clipboards lose NUL or lone surrogates. */
  copy: (text: string) => Promise<boolean>
  /** Copies something secret, and takes it away again after `milliseconds` wherever nothing else was copied since. */
  copyForAWhile: (text: string, milliseconds: number) => Promise<void>
  /** Takes a secret away at once, as when the program ends; resolves when it is gone, and never rejects. */
  clearSecret: () => Promise<void>
}

export function createClipboard(system: SystemClipboard): Clipboard {
  /** Those that may stand on the clipboard; more than one only where the system did not take the latest. */
  const secrets = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<unknown> = Promise.resolve()

  async function clearSecret(): Promise<void> {
    clearTimeout(timer)
    // A clipboard that answers late must not get a secret after it was cleared.
    await Promise.allSettled([writing])
    await Promise.allSettled(
      system.places.map(async (place) => {
        if (secrets.has(await place.read())) await place.clear()
      }),
    )
    secrets.clear()
  }

  return {
    copy: async (text) => {
      await system.write(text)
      return (await system.places[0]?.read()) === text
    },
    copyForAWhile: async (text, milliseconds) => {
      // Known before it is written: the program may end meanwhile.
      secrets.add(text)
      writing = system.writeConcealed(text)
      clearTimeout(timer)
      timer = setTimeout(() => void clearSecret(), milliseconds)
      await writing
    },
    clearSecret,
  }
}
