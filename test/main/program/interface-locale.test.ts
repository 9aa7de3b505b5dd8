import { expect, it } from 'vitest'
import { interfaceLocale } from '../../../src/main/program/interface-locale'

const spoken = ['en', 'de', 'fr', 'ja'] as const

it.each([
  [['de-AT', 'de', 'en'], 'de-AT'],
  [['fr'], 'fr'],
  [['en-GB', 'en'], 'en-GB'],
  [['ja-JP', 'en-US'], 'ja-JP'],
])('of a system that speaks %j, the words are in %s', (preferred, locale) => {
  expect(interfaceLocale(null, preferred, spoken)).toBe(locale)
})

it('is the first of the system’s languages that the program speaks', () => {
  expect(interfaceLocale(null, ['es-ES', 'pt-BR', 'fr-CA', 'de'], spoken)).toBe('fr-CA')
  expect(interfaceLocale(null, ['de-DE', 'en-GB'], ['en'])).toBe('en-GB')
})

it.each([[[]], [['es']], [['en-US@posix']], [['']]])('is English where the system has %j', (preferred) => {
  expect(interfaceLocale(null, preferred, spoken)).toBe('en-US')
})

it('is what the user has chosen, with the region of the system if it has that language', () => {
  expect(interfaceLocale('fr', ['de-DE', 'en-GB'], spoken)).toBe('fr-FR')
  expect(interfaceLocale('en', ['de-DE', 'en-GB'], spoken)).toBe('en-GB')
  expect(interfaceLocale('ar-XB', ['de-DE'], spoken)).toBe('ar-XB')
})
