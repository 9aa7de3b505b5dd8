import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { refusedSwitches } from '../../../src/main/program/start-switches'

describe('a packaged program', () => {
  test('takes switches of its list, and words that are none', () => {
    const words = ['--user-data-dir=/tmp/x', '--no-sandbox', '-lang=de', 'asset-inspector://x', '-', '--']
    expect(refusedSwitches(words)).toEqual([])
  })

  test.each([
    '--ignore-certificate-errors',
    '--ignore-certificate-errors-spki-list=abc',
    '--test-type',
    '--log-net-log=/tmp/log.json',
    '--ssl-key-log-file=/tmp/keys',
    '--remote-debugging-port=9222',
    '--remote-debugging-pipe',
    '--host-resolver-rules=MAP * 127.0.0.1',
    '--host-rules=MAP * 127.0.0.1',
    '--proxy-server=127.0.0.1:8080',
    '--proxy-pac-url=http://127.0.0.1/x',
    '--disable-web-security',
    '--js-flags=--allow-natives-syntax',
    '--enable-features=X',
    '--inspect=0',
    '--a-switch-of-tomorrow',
  ])('refuses %s', (word) => {
    const name = word.slice(2).split('=')[0]
    expect(refusedSwitches([word])).toEqual([name])
    // Chromium takes one dash for two, cuts blanks off, and reads on after an ordinary word.
    expect(refusedSwitches(['file.json', ` -${word.slice(2)} `])).toEqual([name])
  })

  test('starts again after an update: takes what electron-builder’s installer for Windows starts it with', () => {
    const template = readFileSync('node_modules/app-builder-lib/templates/nsis/common.nsh', 'utf8')
    const given = [...template.matchAll(/StrCpy \$startAppArgs "([^"]+)"/g)].map(([, words = '']) => words)
    expect(given).toEqual(['--updated'])
    expect(refusedSwitches(given)).toEqual([])
  })

  test('takes the number that Finder gives', () => {
    expect(refusedSwitches(['-psn_0_12345'])).toEqual([])
  })
})
