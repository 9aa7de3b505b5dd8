import { expect, it } from 'vitest'
import { paperOf, printWindowOptions } from '../../../src/main/program/print-options'

it.each([
  ['en-US', 'Letter'],
  ['en', 'Letter'],
  ['fr-CA', 'Letter'],
  ['en-GB', 'A4'],
  ['de', 'A4'],
  ['ja-JP', 'A4'],
])('prints on the paper of %s: %s', (locale, paper) => {
  expect(paperOf(locale)).toBe(paper)
})

it('prints in a window that runs nothing and reaches nothing', () => {
  const { show, webPreferences } = printWindowOptions('print')
  expect(show).toBe(false)
  expect(webPreferences).toMatchObject({ javascript: false, sandbox: true, nodeIntegration: false })
  expect(webPreferences).not.toHaveProperty('preload')
})
