import { expect, test } from 'vitest'
import { localDataFolder } from '../../../src/main/program/platform'

const folders = {
  APPDATA: 'C:\\Users\\Ana\\AppData\\Roaming',
  LOCALAPPDATA: 'C:\\Users\\Ana\\AppData\\Local',
}

test.each([
  [
    'its usual place',
    'C:\\Users\\Ana\\AppData\\Roaming\\Inspector',
    'C:\\Users\\Ana\\AppData\\Local\\Inspector',
  ],
  [
    'a place in other letters',
    'c:\\users\\ana\\appdata\\roaming\\Inspector',
    'C:\\Users\\Ana\\AppData\\Local\\Inspector',
  ],
  ['a folder of the user’s own', 'C:\\Inspector', 'C:\\Inspector'],
  ['another drive', 'D:\\AppData\\Roaming\\Inspector', 'D:\\AppData\\Roaming\\Inspector'],
  ['the roaming folder itself', folders.APPDATA, folders.APPDATA],
])('bodies and logs stay out of the roaming profile of Windows: %s', (_what, userData, local) => {
  expect(localDataFolder(userData, 'win32', folders)).toBe(local)
})

test.each(['linux', 'darwin'] as const)('bodies and logs are in the data folder on %s', (system) => {
  expect(localDataFolder('/home/ana/.config/Inspector', system, folders)).toBe('/home/ana/.config/Inspector')
})

test('bodies and logs are in the data folder where Windows names no other', () => {
  expect(localDataFolder('C:\\Inspector', 'win32', {})).toBe('C:\\Inspector')
})
