// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  activeRow,
  clipboard,
  filter,
  grid,
  prepareWindow,
  row,
  show,
  texts,
} from '../support/shown-metadata'

const body =
  '{"assetId":"urn:1","repositoryMetadata":{"repo:name":"a.jpg","repo:path":"/content/dam/a.jpg",' +
  '"repo:size":8421337,"isPublishedToAemPublish":true,"lastPublishedToAemPublish":"2026-02-11T10:20:00.000Z",' +
  '"aem:checkedOutBy":"tomas@example.com"},"assetMetadata":{"dc:title_xmpArrayType":"rdf:Alt","dc:title":["Surf"],' +
  '"dc:rights":"© WKND","xmp:CreateDate":"2024-02-30T00:00:00Z","tiff:ImageWidth":8256,"tiff:ImageLength":5504,' +
  '"dam:colorDistribution":[{"@key":"color0","red":40,"green":88,"blue":140}]}}'

beforeEach(prepareWindow)
afterEach(cleanup)

function details() {
  return within(screen.getByRole('region', { name: 'Details of the selected field' }))
}
function cellsOf(name: string) {
  return within(row(name)).getAllByRole('gridcell')
}
function status(words: string) {
  return waitFor(() => expect(screen.getAllByRole('status').map((one) => one.textContent)).toContain(words))
}
function choose(name: string) {
  return screen.getByRole('radio', { name })
}

describe('groups', () => {
  it('are by namespace at first, by meaning on demand, and stay so for the next tree', async () => {
    const { user } = show(body)
    expect(texts()).toContain('dcDublin Core2 fields')
    await user.click(choose('Meaning'))
    expect(texts()).toContain('Rights and usage1 field')
    expect(texts()).not.toContain('dcDublin Core2 fields')
    cleanup()
    show(body)
    expect(texts()).toContain('Rights and usage1 field')
  })

  it('keep the active row when they change', async () => {
    const { user } = show(body)
    await user.click(row('dc:rights'))
    await user.click(choose('Meaning'))
    expect(activeRow()?.textContent).toBe('dc:rights© WKND')
  })
})

describe('the glossary', () => {
  it('names fields beside their key without becoming part of the row’s text', async () => {
    show(body)
    await waitFor(() => expect(cellsOf('dc:rights')[0]?.getAttribute('data-label')).toBe('Rights'))
    expect(row('dc:rights').textContent).toBe('dc:rights© WKND')
    expect(cellsOf('dc:rights')[0]?.getAttribute('aria-description')).toBe('Rights')
  })

  it('tells in the details what the active field is and where it comes from', async () => {
    const { user } = show(body)
    await user.click(row('dc:rights'))
    await waitFor(() => details().getByText('Dublin Core'))
    expect(details().getByText(/The copyright statement/)).toBeDefined()
  })
})

describe('values', () => {
  it('have what they mean beside them, and stay as they are', () => {
    show(body)
    const [, width] = cellsOf('tiff:ImageWidth')
    expect(width?.textContent).toBe('8256')
    expect(width?.getAttribute('data-hint')).toBe('8,256 × 5,504 px')
    expect(width?.getAttribute('aria-description')).toBe('Number, 8,256 × 5,504 px')
  })

  it('that are no real date are marked as such', async () => {
    const { user } = show(body)
    expect(cellsOf('xmp:CreateDate')[1]?.className).toContain('tree-problem')
    await user.click(row('xmp:CreateDate'))
    expect(details().getByText('not a real date')).toBeDefined()
  })

  it('of colors show the color, and items the key by which they are told apart', async () => {
    const { user } = show(body)
    await user.click(screen.getByRole('button', { name: 'Expand all' }))
    const item = row('Item 1color0')
    expect(item.querySelector<HTMLElement>('.tree-swatch')?.style.backgroundColor).toBe('#28588c')
  })

  it('fold the kind of their list into their row', async () => {
    const { user } = show(body)
    expect(cellsOf('dc:title')[1]?.getAttribute('data-hint')).toBe('alternatives')
    await user.click(row('dc:title'))
    await user.keyboard('{ArrowRight}')
    expect(texts()).toContain('dc:title_xmpArrayTyperdf:Alt')
    await user.type(filter(), 'xmpArrayType')
    await status('1 of 20 fields match')
  })
})

describe('the summary', () => {
  it('is one line, and on demand every fact with its name', async () => {
    const { texts: copied, onCopy } = clipboard()
    const { user } = show(body, { onCopy })
    const summary = screen.getByRole('region', { name: 'Summary of the asset' })
    expect(summary.textContent).toBe('a.jpgPublishedChecked out by tomas@example.com8.4 MB')
    await user.click(screen.getByRole('button', { name: 'Show summary' }))
    expect(summary.textContent).toContain('Path/content/dam/a.jpg')
    await user.click(screen.getByRole('button', { name: 'Copy Size' }))
    await user.click(screen.getByRole('button', { name: 'Copy Path' }))
    await status('Path copied')
    expect(copied).toEqual(['8421337', '/content/dam/a.jpg'])
  })

  it('is not there for a body without repository metadata', () => {
    show('{"a":1}')
    expect(screen.queryByRole('region', { name: 'Summary of the asset' })).toBeNull()
  })
})

describe('the text view', () => {
  it('shows and copies the body as it came, and finds in it', async () => {
    const { texts: copied, onCopy } = clipboard()
    const { user } = show('{ "a" : 1.0,\n "b":"Surf surf" }', { onCopy })
    await user.click(choose('Text'))
    const text = screen.getByRole('region', { name: 'Answer as text' })
    expect(text.textContent).toBe('{ "a" : 1.0, "b":"Surf surf" }')
    await user.click(screen.getByRole('button', { name: 'Copy all' }))
    await status('Whole answer copied')
    expect(copied).toEqual(['{ "a" : 1.0,\n "b":"Surf surf" }'])
    await user.type(filter(), 'surf')
    await status('2 matches')
    await user.click(screen.getByRole('button', { name: 'Next match' }))
    expect(text.querySelector('.tree-current')?.textContent).toBe('surf')
    await user.type(filter(), 'x')
    await status('“surfx” isn’t in the answer')
  })

  it('has only the lines in sight as elements', async () => {
    const { user } = show(`["${'x'.repeat(5_000_000)}"]`)
    await user.click(choose('Text'))
    expect(document.body.querySelectorAll('*').length).toBeLessThan(400)
  })
})

describe('finding', () => {
  it('offers what the filter understands', async () => {
    const { user } = show(body)
    await user.click(screen.getByRole('button', { name: 'Filter options' }))
    await user.click(screen.getByRole('menuitem', { name: /^Invalid dates/ }))
    expect(filter()).toHaveProperty('value', 'is:invalid')
    await status('1 of 20 fields match')
  })

  it('steps through the matches and says how far', async () => {
    const { user } = show('{"a":"x","b":{"c":"x"},"d":"x"}')
    await user.type(filter(), 'x{Enter}')
    await status('3 of 4 fields match')
    await user.click(screen.getByRole('button', { name: 'Next match' }))
    expect(screen.getByText(/^\d of 3$/).textContent).toBe('2 of 3')
    await user.click(screen.getByRole('button', { name: 'Previous match' }))
    await user.click(screen.getByRole('button', { name: 'Previous match' }))
    expect(activeRow()?.textContent).toBe('dx')
    expect(screen.getByText('3 of 3')).toBeDefined()
  })

  it('opens the branch that hides the next match', async () => {
    const { user } = show('{"b":{"c":"x"},"d":"x"}')
    await user.type(filter(), 'x')
    await status('2 of 3 fields match')
    await user.click(row('b'))
    await user.keyboard('{ArrowLeft}')
    expect(texts()).not.toContain('cx')
    await user.keyboard('{F3}')
    expect(activeRow()?.textContent).toBe('cx')
  })
})

describe('several rows', () => {
  it('are selected with Shift and the arrow keys, and copied line by line', async () => {
    const { texts: copied, onCopy } = clipboard()
    const { user } = show('{"a":1,"b":2,"c":3}', { onCopy })
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}{Control>}c{/Control}')
    await status('2 rows copied')
    expect(copied).toEqual(['1\n2'])
    expect(details().getAllByText('2 rows copied').length).toBe(1)
    expect(grid().querySelectorAll('[aria-selected=true]').length).toBe(2)
  })

  it('are picked with Ctrl and a click', async () => {
    const { texts: copied, onCopy } = clipboard()
    const { user } = show('{"a":1,"b":2,"c":3}', { onCopy })
    await user.keyboard('{Control>}')
    await user.click(row('c'))
    await user.keyboard('{/Control}')
    await user.click(screen.getByRole('button', { name: 'Copy key' }))
    expect(copied).toEqual(['a\nc'])
  })

  it.each([
    ['JSONPath', "$['a']"],
    ['Dotted path', 'a'],
    ['Key: value', 'a: text'],
    ['JSON of the branch', '"text"'],
  ])('offers to copy a row as %s', async (name, expected) => {
    const { texts: copied, onCopy } = clipboard()
    const { user } = show('{"a":"text"}', { onCopy })
    await user.click(screen.getByRole('button', { name: 'Copy as' }))
    await user.click(screen.getByRole('menuitem', { name }))
    expect(copied).toEqual([expected])
  })
})

describe('another reading', () => {
  it('keeps the filter, the groups and the active match', async () => {
    const { user, read } = show(body)
    await user.click(choose('Meaning'))
    await user.type(filter(), 'key:image{Enter}')
    await status('2 of 20 fields match')
    await user.keyboard('{ArrowDown}')
    read(body.replace('"dc:rights"', '"dc:new":1,"dc:rights"'))
    await status('2 of 21 fields match')
    expect(activeRow()?.textContent).toBe('tiff:ImageLength5504')
  })
})
