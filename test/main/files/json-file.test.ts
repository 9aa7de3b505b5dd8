import { mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openJsonFile } from '../../../src/main/files/json-file'
import { errorOf } from '../../support/failures'
import { tempFolder } from '../../support/serve'

function parseNumbers(content: unknown): number[] {
  if (!Array.isArray(content)) throw new Error('Not a list')
  return content.map(Number)
}

function openIn(...names: string[]) {
  const path = join(...names, 'numbers.json')
  return { path, file: openJsonFile(path, parseNumbers) }
}

describe('a file of ours', () => {
  it('that is not there is null', async () => {
    expect(await openIn(tempFolder()).file.read()).toBeNull()
  })

  it('is read as it was written', async () => {
    const { file } = openIn(tempFolder())
    await file.write([1, 2])
    expect(await file.read()).toEqual([1, 2])
  })

  it('makes the folders in which it stands', async () => {
    const { file } = openIn(tempFolder(), 'a', 'b')
    await file.write([1])
    expect(await file.read()).toEqual([1])
  })

  it('is for its user alone', async () => {
    const { path, file } = openIn(tempFolder())
    await file.write([1])
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('leaves no other file beside it', async () => {
    const folder = tempFolder()
    const { file } = openIn(folder)
    await Promise.all([1, 2, 3, 4, 5].map((number) => file.write([number])))
    expect(readdirSync(folder)).toEqual(['numbers.json'])
  })

  it('never shows half of what is written', async () => {
    const { path, file } = openIn(tempFolder())
    const long = Array.from({ length: 200_000 }, (_, index) => index)
    await file.write(long)
    let isWriting = true
    const writing = file.write([...long, -1]).finally(() => {
      isWriting = false
    })
    const lengths = new Set<number>()
    while (isWriting) {
      lengths.add(parseNumbers(JSON.parse(readFileSync(path, 'utf8'))).length)
      await new Promise(setImmediate)
    }
    await writing
    expect([...lengths].filter((length) => length !== long.length && length !== long.length + 1)).toEqual([])
  })
})

describe('a large file', () => {
  it('is read as it was written', async () => {
    const folder = tempFolder()
    const path = join(folder, 'texts.json')
    const file = openJsonFile<unknown>(path, (content) => content)
    const texts = Array.from({ length: 1_000 }, () => '\u0001'.repeat(1_500))
    await file.write(texts)
    expect(statSync(path).size).toBeGreaterThan(5_000_000)
    expect(await file.read()).toEqual(texts)
  })

  it('that could not be read again is not written, and the one before stays', async () => {
    const file = openJsonFile<unknown>(join(tempFolder(), 'texts.json'), (content) => content)
    await file.write(['before'])
    expect((await errorOf(file.write(['x'.repeat(40_000_000)]))).kind).toBe('storage')
    expect(await file.read()).toEqual(['before'])
  })

  it('that is not ours is put aside without being read', async () => {
    const folder = tempFolder()
    const { path, file } = openIn(folder)
    writeFileSync(path, '')
    truncateSync(path, 200_000_000)
    expect(await file.read()).toBeNull()
    expect(statSync(file.setAside() ?? '').size).toBe(200_000_000)
  })
})

describe('a file that is not understood', () => {
  it.each(['', '{', '{"a":1}', '\u0000'])('is put aside: %j', async (content) => {
    const folder = tempFolder()
    const { path, file } = openIn(folder)
    writeFileSync(path, content)
    const read = await file.read()
    expect([read, readFileSync(file.setAside() ?? '', 'utf8'), readdirSync(folder).length]).toEqual([
      null,
      content,
      1,
    ])
  })

  it('makes room for a new one', async () => {
    const folder = tempFolder()
    const { path, file } = openIn(folder)
    writeFileSync(path, 'mine')
    await file.read()
    await file.write([1])
    expect(readdirSync(folder)).toEqual([
      'numbers.json',
      expect.stringMatching(/^numbers\.unreadable-\d+\.json$/),
    ])
  })
})

describe('a disk that does not do it', () => {
  it('is told with the path when it does not write', async () => {
    const folder = join(tempFolder(), 'a-file')
    writeFileSync(folder, '')
    const { path, file } = openIn(folder)
    expect(await errorOf(file.write([1]))).toEqual({
      kind: 'storage',
      path,
      detail: expect.stringMatching(/ENOTDIR|EEXIST/),
    })
  })

  it('is told with the path when it does not read', async () => {
    const { path, file } = openIn(tempFolder())
    mkdirSync(path)
    expect(await errorOf(file.read())).toEqual({
      kind: 'storage',
      path,
      detail: expect.stringContaining('EISDIR'),
    })
  })

  it('keeps the old content when it does not write', async () => {
    const folder = tempFolder()
    const { path, file } = openIn(folder)
    await file.write([1])
    const circular: unknown[] = []
    circular.push(circular)
    const broken = openJsonFile<unknown>(path, (content) => content)
    await errorOf(broken.write(circular))
    expect(await file.read()).toEqual([1])
  })
})
