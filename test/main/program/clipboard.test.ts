import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createClipboard } from '../../../src/main/program/clipboard'
import { concealingFormats } from '../../../src/main/program/clipboard-formats'
import type { SystemClipboard } from '../../../src/main/program/system-clipboard'

/** A clipboard that answers after a while, as those of Wayland do; what is copied stands in every place. */
function makeSlowClipboard(answerMs = 5) {
  const texts = ['', '']
  async function write(text: string): Promise<void> {
    await delay(answerMs)
    texts.fill(text)
  }
  const system: SystemClipboard = {
    write,
    writeConcealed: write,
    places: texts.map((_, index) => ({
      read: async () => {
        await delay(answerMs)
        return texts[index] ?? ''
      },
      clear: async () => {
        await delay(answerMs)
        texts[index] = ''
      },
    })),
  }
  return { texts, system, clipboard: createClipboard(system) }
}

const longTime = 100_000

describe('a secret on the clipboard', () => {
  it('is gone from every place when clearing it has been waited for', async () => {
    const { texts, clipboard } = makeSlowClipboard()
    await clipboard.copyForAWhile('canary', longTime)
    await clipboard.clearSecret()
    expect(texts).toEqual(['', ''])
  })

  it('is gone when the program ends while it is still being copied', async () => {
    const { texts, clipboard } = makeSlowClipboard()
    const copying = clipboard.copyForAWhile('canary', longTime)
    await clipboard.clearSecret()
    await copying
    expect(texts).toEqual(['', ''])
  })

  it('is gone by itself after its time', async () => {
    const { texts, clipboard } = makeSlowClipboard(0)
    await clipboard.copyForAWhile('canary', 1)
    await expect.poll(() => texts).toEqual(['', ''])
  })

  it('is taken away only where it still stands', async () => {
    const { texts, clipboard } = makeSlowClipboard()
    await clipboard.copyForAWhile('canary', longTime)
    texts[0] = 'something else'
    await clipboard.clearSecret()
    expect(texts).toEqual(['something else', ''])
  })

  it('is gone also when the system did not take the one after it', async () => {
    const { texts, system, clipboard } = makeSlowClipboard()
    await clipboard.copyForAWhile('canary', longTime)
    system.writeConcealed = () => Promise.reject(new Error('no clipboard'))
    await expect(clipboard.copyForAWhile('other', longTime)).rejects.toThrow()
    await clipboard.clearSecret()
    expect(texts).toEqual(['', ''])
  })

  it('does not keep the program from ending when a place cannot be read', async () => {
    const { texts, system, clipboard } = makeSlowClipboard()
    await clipboard.copyForAWhile('canary', longTime)
    const [first] = system.places
    if (first) first.read = () => Promise.reject(new Error('no clipboard'))
    await clipboard.clearSecret()
    expect(texts).toEqual(['canary', ''])
  })
})

describe('the marks of a secret', () => {
  it.each([
    ['darwin', ['org.nspasteboard.ConcealedType', 'org.nspasteboard.TransientType']],
    [
      'win32',
      [
        'ExcludeClipboardContentFromMonitorProcessing',
        'CanIncludeInClipboardHistory',
        'CanUploadToCloudClipboard',
      ],
    ],
    ['linux', ['x-kde-passwordManagerHint']],
  ] as const)('are those that %s has', (platform, names) => {
    expect(Object.keys(concealingFormats(platform))).toEqual(names)
  })

  it('say no to the history and the cloud of Windows by a DWORD of zero', () => {
    const { CanIncludeInClipboardHistory, CanUploadToCloudClipboard } = concealingFormats('win32')
    expect([CanIncludeInClipboardHistory, CanUploadToCloudClipboard]).toEqual([
      new Uint8Array(4),
      new Uint8Array(4),
    ])
  })
})
