import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { replaceAppImage } from '../../../src/main/updates/replace-app-image'
import { tempFolder } from '../../support/serve'

function filesIn(folder: string, name: string) {
  const [current, downloaded] = [join(folder, name), join(tempFolder(), 'Inspector-0.2.0.AppImage')]
  writeFileSync(current, 'old')
  chmodSync(current, 0o755)
  writeFileSync(downloaded, 'new')
  return { current, downloaded }
}

test('a file whose name tells no version keeps its name', () => {
  const folder = tempFolder()
  const { current, downloaded } = filesIn(folder, 'My inspector.AppImage')
  expect(replaceAppImage(current, downloaded)).toBe(current)
  expect(readdirSync(folder)).toEqual(['My inspector.AppImage'])
  expect(readFileSync(current, 'utf8')).toBe('new')
  expect(statSync(current).mode & 0o777).toBe(0o755)
})

test('a file whose name tells its version gets the new name', () => {
  const folder = tempFolder()
  const { current, downloaded } = filesIn(folder, 'Inspector-0.1.0.AppImage')
  expect(replaceAppImage(current, downloaded)).toBe(join(folder, 'Inspector-0.2.0.AppImage'))
  expect(readdirSync(folder)).toEqual(['Inspector-0.2.0.AppImage'])
})

test('where the new file cannot be put, the old one stays, and nothing beside it', () => {
  const folder = tempFolder()
  const { current, downloaded } = filesIn(folder, 'Inspector-0.1.0.AppImage')
  mkdirSync(join(folder, 'Inspector-0.2.0.AppImage', 'full'), { recursive: true })
  expect(() => replaceAppImage(current, downloaded)).toThrow()
  expect(readFileSync(current, 'utf8')).toBe('old')
  expect(readdirSync(folder)).toEqual(['Inspector-0.1.0.AppImage', 'Inspector-0.2.0.AppImage'])
})

test('where the download is gone, the old one stays', () => {
  const folder = tempFolder()
  const { current } = filesIn(folder, 'Inspector.AppImage')
  expect(() => replaceAppImage(current, join(folder, 'gone'))).toThrow(/ENOENT/)
  expect(readdirSync(folder)).toEqual(['Inspector.AppImage'])
})
