import { describe, expect, test } from 'vitest'
import { readDescription } from '../../../src/main/updates/update-description'

const sha512 = `${'A'.repeat(86)}==`
const usual = {
  version: '1.2.3',
  files: [
    { url: 'Inspector-1.2.3.deb', sha512, size: 1 },
    { url: 'Inspector-1.2.3.AppImage', sha512, size: 2 },
  ],
}

describe('what a server says of its latest version', () => {
  test('is read with the size of the file for this system', () => {
    expect(readDescription(usual, 'AppImage')).toEqual({
      update: { version: '1.2.3', releasedAt: null, notes: null, bytes: 2 },
      checksums: [sha512, sha512],
    })
  })

  test.each([
    ['2026-11-20T10:00:00.000Z', '2026-11-20T10:00:00.000Z'],
    [new Date(0), '1970-01-01T00:00:00.000Z'],
    ['next week', null],
    [{ year: 2026 }, null],
  ])('has its date where %j is one', (releaseDate, releasedAt) => {
    expect(readDescription({ ...usual, releaseDate }, 'AppImage').update.releasedAt).toBe(releasedAt)
  })

  test.each([
    ['# New', '# New'],
    [
      [
        { version: '1.2.3', note: 'b' },
        { version: '1.2.2', note: null },
      ],
      '1.2.3\nb\n\n1.2.2\n',
    ],
    [' \n', undefined],
    [{ html: '<b>' }, undefined],
  ])('has its notes as text: %j', (releaseNotes, text) => {
    expect(readDescription({ ...usual, releaseNotes }, 'AppImage').update.notes?.text).toBe(text)
  })

  test.each([
    [{ ...usual, files: [] }],
    [{ ...usual, files: [{ url: 'a.AppImage' }] }],
    [{ ...usual, files: [{ url: 'a.AppImage', sha2: 'abc' }] }],
    [{ ...usual, files: [{ url: 'a.AppImage', sha512: 'abc' }] }],
    [{ ...usual, files: [...usual.files, { url: 'b', sha512: '' }] }],
    [{ ...usual, version: '9'.repeat(200) }],
    ['<html>'],
    [null],
  ])('is refused without a checksum for each file, and where it is something else: %j', (sent) => {
    expect(() => readDescription(sent, 'AppImage')).toThrow()
  })
})
