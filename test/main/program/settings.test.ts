import { mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { openJsonFile } from '../../../src/main/files/json-file'
import { openSettings, settingsFileSchema } from '../../../src/main/program/settings'
import { errorOf } from '../../support/failures'
import { tempFolder } from '../../support/serve'

const usual = {
  density: 'comfortable',
  language: null,
  dateLocale: null,
  keepsHistory: true,
  checksForUpdates: null,
  expectedDifferences: null,
  imsTimeout: 30,
  aemTimeout: 120,
  trouble: null,
}
const withoutHistory = { ...usual, keepsHistory: false }

function openIn(folder: string) {
  return openSettings(
    openJsonFile(join(folder, 'settings.json'), (content) => v.parse(settingsFileSchema, content)),
  )
}

describe('the settings', () => {
  it('are the usual ones at first', async () => {
    expect((await openIn(tempFolder())).current()).toEqual(usual)
  })

  it('outlive the program', async () => {
    const folder = tempFolder()
    const changed = {
      density: 'compact',
      language: 'en',
      dateLocale: 'de-DE',
      keepsHistory: false,
      expectedDifferences: ['repo:etag', '/assetMetadata/*'],
    } as const
    await (await openIn(folder)).change({ ...changed, imsTimeout: ' 60 ', aemTimeout: '300' })
    expect((await openIn(folder)).current()).toEqual({
      ...changed,
      checksForUpdates: null,
      imsTimeout: 60,
      aemTimeout: 300,
      trouble: null,
    })
  })

  it('change one by one', async () => {
    const settings = await openIn(tempFolder())
    await settings.change({ keepsHistory: false })
    expect(await settings.change({ aemTimeout: '5' })).toEqual({
      ...usual,
      keepsHistory: false,
      aemTimeout: 5,
    })
  })

  it.each(['', '4', '301', '1e2', '30.5', '-30', 'abc', '٣٠', '99999999999999999999'])(
    'refuse %j as a timeout, with the bounds',
    async (imsTimeout) => {
      const settings = await openIn(tempFolder())
      expect(await errorOf(settings.change({ imsTimeout, density: 'compact' }))).toEqual({
        kind: 'input',
        problems: [{ field: 'imsTimeout', code: 'seconds-out-of-range', values: { least: 5, most: 300 } }],
      })
      expect(settings.current()).toEqual(usual)
    },
  )

  it('keep what makes sense of a file with one odd member', async () => {
    const folder = tempFolder()
    const file = { version: 1, ...usual, keepsHistory: false, aemTimeout: 1e9, dateLocale: 'xx-XX' }
    writeFileSync(join(folder, 'settings.json'), JSON.stringify(file))
    expect((await openIn(folder)).current()).toEqual({ ...usual, keepsHistory: false })
  })

  it('keep both of two changes that are made together', async () => {
    const folder = tempFolder()
    const settings = await openIn(folder)
    await Promise.all([settings.change({ keepsHistory: false }), settings.change({ density: 'compact' })])
    const changed = { ...withoutHistory, density: 'compact' }
    expect([settings.current(), (await openIn(folder)).current()]).toEqual([changed, changed])
  })

  it('have been written when that was waited for', async () => {
    const folder = tempFolder()
    const settings = await openIn(folder)
    void settings.change({ keepsHistory: false })
    await settings.settled()
    expect((await openIn(folder)).current()).toEqual(withoutHistory)
  })

  it.each([{ keepsHistory: 'yes' }, { keepsHistory: null }, {}])(
    'keep no history when nobody knows whether to: %j',
    async (member) => {
      const folder = tempFolder()
      const { keepsHistory: _, trouble: __, ...others } = usual
      writeFileSync(join(folder, 'settings.json'), JSON.stringify({ version: 1, ...others, ...member }))
      expect((await openIn(folder)).current()).toEqual(withoutHistory)
    },
  )
})

describe('a file of settings that makes no sense', () => {
  it.each(['', '{', '[]', '{"version":2}'])(
    'is put aside, told of, and no history is kept: %j',
    async (content) => {
      const folder = tempFolder()
      writeFileSync(join(folder, 'settings.json'), content)
      const { trouble, ...settings } = (await openIn(folder)).current()
      expect(settings).toMatchObject({ density: 'comfortable', keepsHistory: false })
      expect(readFileSync(trouble?.path ?? '', 'utf8')).toBe(content)
    },
  )
})

describe('settings that the disk does not give', () => {
  /** A folder in the place of the file; `mend` puts the file there. */
  function breakFile() {
    const path = join(tempFolder(), 'settings.json')
    mkdirSync(path)
    return {
      path,
      folder: dirname(path),
      mend: () => {
        rmdirSync(path)
        const file = { version: 1, ...usual, density: 'compact', keepsHistory: true }
        writeFileSync(path, JSON.stringify(file))
      },
    }
  }

  it('are told of, and no history is kept', async () => {
    const { path, folder } = breakFile()
    expect((await openIn(folder)).current()).toEqual({
      ...withoutHistory,
      trouble: { kind: 'unreadable', path },
    })
  })

  it('are not replaced', async () => {
    const { folder } = breakFile()
    const settings = await openIn(folder)
    expect(await errorOf(settings.change({ aemTimeout: '5' }))).toMatchObject({ kind: 'storage' })
  })

  it('are what a change is made to as soon as the disk gives them', async () => {
    const { folder, mend } = breakFile()
    const settings = await openIn(folder)
    mend()
    const changed = { ...usual, density: 'compact', aemTimeout: 5 }
    expect(await settings.change({ aemTimeout: '5' })).toEqual(changed)
    expect((await openIn(folder)).current()).toEqual(changed)
  })
})

describe('settings that the disk does not take', () => {
  it('stay as they were when they cannot be written', async () => {
    const folder = tempFolder()
    const settings = await openIn(folder)
    mkdirSync(join(folder, 'settings.json'))
    expect((await errorOf(settings.change({ density: 'compact' }))).kind).toBe('storage')
    expect(settings.current()).toEqual(usual)
  })

  it('are all changed when two are changed at once', async () => {
    const folder = tempFolder()
    const settings = await openIn(folder)
    await Promise.all([settings.change({ keepsHistory: false }), settings.change({ density: 'compact' })])
    await settings.settled()
    expect((await openIn(folder)).current()).toEqual({ ...usual, keepsHistory: false, density: 'compact' })
  })
})
