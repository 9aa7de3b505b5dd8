import { compileStrings } from '@internationalized/string-compiler'
import { expect, it } from 'vitest'
import messages from '../../../src/renderer/features/settings/messages/en.json'
import { sayIn } from '../../../src/words/language/say-in'
import { addLanguage, type Catalogue, isLoaded } from '../../../src/words/language/translations'

/** A catalogue of the settings in another language, as it is bundled. */
function translated(words: Readonly<Record<string, string>>): Catalogue {
  const module: { exports: Catalogue } = { exports: {} }
  new Function('module', compileStrings(words))(module)
  return Object.defineProperty({ ...module.exports }, Symbol.for('catalogue-folder'), {
    value: 'src/renderer/features/settings',
  })
}

it('says a message in a language once its catalogues are there, and until then in English', () => {
  expect([isLoaded('de-AT'), sayIn('de-AT', messages)('title')]).toEqual([false, 'Settings'])
  addLanguage('de', [translated({ title: 'Einstellungen' })])
  expect([isLoaded('de-AT'), sayIn('de-AT', messages)('title')]).toEqual([true, 'Einstellungen'])
  expect(sayIn('de-AT', messages)).toBe(sayIn('de-AT', messages))
})

it('says in English what a language lacks', () => {
  addLanguage('fr', [translated({ title: 'Paramètres' })])
  expect(sayIn('fr', messages)('look')).toBe('Appearance')
})

it('writes plurals and numbers as the language does', () => {
  addLanguage('fr', [
    translated({ 'timeouts.words': '{least, plural, one {# seconde} other {# secondes}}, {most, number}' }),
  ])
  expect(sayIn('fr-FR', messages)('timeouts.words', { least: 0, most: 1234.5 })).toBe(
    '0 seconde, 1\u202f234,5',
  )
})

it('writes the numbers of English messages in English, wherever the system is', () => {
  const values = { least: 5, most: 1234.5, usual: 1 }
  for (const locale of ['es-ES', 'ar-EG', 'ar-XB']) {
    expect(sayIn(locale, messages)('timeouts.words', values)).toContain('5 to 1,234.5 seconds')
  }
})

it('makes messages longer for looking at the layout', () => {
  const say = sayIn('en-XA', messages)
  expect(say('title')).toMatch(/^Settings /)
  for (const key of ['title', 'look', 'density.words'] as const) {
    const [usual, longer] = [sayIn('en', messages)(key), say(key)]
    expect(longer.length / usual.length).toBeGreaterThan(1.39)
    expect(longer.length / usual.length).toBeLessThan(1.6)
  }
})
