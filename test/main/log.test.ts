import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatLogLine, openLog } from '../../src/main/log'
import { tempFolder } from '../support/serve'

const at = new Date('2026-03-01T12:00:00Z')

describe('a line of the log', () => {
  it('has time, level and text', () => {
    expect(formatLogLine(at, 'info', 'Started')).toBe('2026-03-01T12:00:00.000Z info Started\n')
  })

  it.each([
    ['a forged entry', 'photo\n2026-03-01T12:00:00.000Z error forged'],
    ['a carriage return', 'a\rb'],
    ['a line separator', 'a\u2028b\u2029c\u0085d'],
  ])('is one line in spite of %s', (_name, text) => {
    expect(formatLogLine(at, 'info', text).trimEnd()).not.toMatch(/[\r\n\u2028\u2029\u0085]/)
  })

  it.each(['\u0000', '\u001b[31m', '\u007f', '\u009b', '\u202e', '\u2066'])(
    'shows %j as an escape',
    (character) => {
      expect(formatLogLine(at, 'info', `a${character}b`)).toContain(
        `a\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
      )
    },
  )

  it.each(['Bearer canary.canary', 'client_secret=canary', 'p8e-canary', 'eyJhbGciOi.canary.canary'])(
    'has no secret of %j',
    (text) => {
      expect(formatLogLine(at, 'error', text)).not.toContain('canary')
    },
  )

  it('has an end', () => {
    expect(formatLogLine(at, 'info', 'x'.repeat(10_000_000)).length).toBeLessThan(4_100)
  })

  it('has no part of a token at its end', () => {
    const token = `eyJ${'a'.repeat(20)}.${'canary'.repeat(1_000)}.x`
    expect(formatLogLine(at, 'info', `${'x'.repeat(3_990)} ${token}`)).not.toContain('canary')
  })
})

describe('the log', () => {
  function linesIn(folder: string): number {
    return readFileSync(join(folder, 'main.log'), 'utf8').split('\n').length - 1
  }

  it('keeps lines in their order', () => {
    const folder = join(tempFolder(), 'logs')
    const log = openLog(folder)
    log.info('first')
    log.error('second')
    expect(readFileSync(join(folder, 'main.log'), 'utf8')).toMatch(/^\S+ info first\n\S+ error second\n$/)
  })

  it('is for its user alone', () => {
    const folder = tempFolder()
    openLog(folder).info('x')
    expect(statSync(join(folder, 'main.log')).mode & 0o777).toBe(0o600)
  })

  it('goes on after a restart', () => {
    const folder = tempFolder()
    openLog(folder).info('before')
    openLog(folder).info('after')
    expect(linesIn(folder)).toBe(2)
  })

  it('starts a new file when it is large, and keeps one older', () => {
    const folder = tempFolder()
    writeFileSync(join(folder, 'main.log'), 'x'.repeat(1_000_001))
    openLog(folder).info('new')
    expect([readdirSync(folder), linesIn(folder)]).toEqual([['main.log', 'main.log.1'], 1])
  })

  it('has no line left when it was cleared', () => {
    const folder = tempFolder()
    writeFileSync(join(folder, 'main.log'), 'x'.repeat(1_000_001))
    const log = openLog(folder)
    log.info('canary')
    log.clear()
    expect(readdirSync(folder)).toEqual([])
    log.info('after')
    expect(linesIn(folder)).toBe(1)
  })

  it('does not stop the program when it cannot be written', () => {
    const folder = tempFolder()
    mkdirSync(join(folder, 'main.log'))
    expect(() => openLog(folder).info('x')).not.toThrow()
  })
})
