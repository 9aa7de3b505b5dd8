import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { openJsonFile } from '../../../src/main/files/json-file'
import { openSettings, settingsFileSchema } from '../../../src/main/program/settings'
import { errorOf } from '../../support/failures'
import { tempFolder } from '../../support/serve'

const usual = {
  density: 'comfortable',
  dateLocale: null,
  keepsHistory: true,
  imsTimeout: 30,
  aemTimeout: 120,
}

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
    const changed = { density: 'compact', dateLocale: 'de-DE', keepsHistory: false } as const
    await (await openIn(folder)).change({ ...changed, imsTimeout: ' 60 ', aemTimeout: '300' })
    expect((await openIn(folder)).current()).toEqual({ ...changed, imsTimeout: 60, aemTimeout: 300 })
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

  it.each(['', '{', '[]', '{"version":2}'])('start anew from %j', async (content) => {
    const folder = tempFolder()
    writeFileSync(join(folder, 'settings.json'), content)
    expect((await openIn(folder)).current()).toEqual(usual)
  })

  it('do not keep the program from starting when the disk does not give them', async () => {
    const folder = tempFolder()
    mkdirSync(join(folder, 'settings.json'))
    expect((await openIn(folder)).current()).toEqual(usual)
  })

  it('stay as they were when they cannot be written', async () => {
    const folder = tempFolder()
    const settings = await openIn(folder)
    mkdirSync(join(folder, 'settings.json'))
    expect((await errorOf(settings.change({ density: 'compact' }))).kind).toBe('storage')
    expect(settings.current()).toEqual(usual)
  })
})
