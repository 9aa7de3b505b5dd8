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
  rows,
  show,
  texts,
} from '../support/shown-metadata'

const body =
  '{"assetId":"urn:1","repositoryMetadata":{"repo:name":"a.jpg"},"assetMetadata":{"dc:title":["Surf","Sand"],' +
  '"dc:creator":"Ana J\\u00f3nsd\\u00f3ttir","xmp:Rating":4.0,"xmp:Label":"","dam:ok":true,"dam:none":null}}'

beforeEach(prepareWindow)
afterEach(cleanup)

describe('the tree', () => {
  it('shows sections, namespaces with their names, and values exactly', () => {
    show(body)
    expect(texts()).toEqual([
      'Asset metadata6 fields',
      'dcDublin Core2 fields',
      'dc:title2 itemsSurf, Sand',
      'dc:creatorAna Jónsdóttir',
      'xmpXMP basic2 fields',
      'xmp:Rating4.0',
      'xmp:Labelempty text',
      'damExperience Manager Assets2 fields',
      'dam:oktrue',
      'dam:nonenull',
      'Repository metadata1 field',
      'repo:namea.jpg',
      'assetIdurn:1',
    ])
    expect(screen.getAllByRole('status')[0]?.textContent).toBe('10 fields')
  })

  it('tells assistive technology where each row stands and what it is', () => {
    show(body)
    function attributes(name: string) {
      const found = row(name)
      return ['level', 'expanded', 'posinset', 'setsize', 'selected'].map((part) =>
        found.getAttribute(`aria-${part}`),
      )
    }
    expect(attributes('Asset metadata')).toEqual(['1', 'true', '1', '3', 'true'])
    expect(attributes('xmp')).toEqual(['2', 'true', '2', '3', 'false'])
    expect(attributes('dc:title')).toEqual(['3', 'false', '1', '2', 'false'])
    expect(attributes('dc:creator')).toEqual(['3', null, '2', '2', 'false'])
    function kind(name: string) {
      return within(row(name)).getAllByRole('gridcell')[1]?.getAttribute('aria-description')
    }
    expect(['xmp:Rating', 'dam:ok', 'dam:none', 'dc:creator'].map(kind)).toEqual([
      'Number',
      'True or false',
      'Null',
      null,
    ])
    expect(
      within(grid())
        .getAllByRole('columnheader')
        .map((header) => header.textContent),
    ).toEqual(['Key', 'Value'])
  })

  it('shows hostile keys and values as text, set apart and with hidden characters visible', () => {
    show(
      '{"assetMetadata":{"dc:x":"<img src=x onerror=alert(1)>","dc:\\u202egpj":"a\\u0000b","__proto__":1,"then":{"a":1},"":"","a":1,"a":2}}',
    )
    expect(grid().querySelector('img')).toBeNull()
    expect(texts()).toEqual([
      'Asset metadata7 fields',
      'dcDublin Core2 fields',
      'dc:x<img src=x onerror=alert(1)>',
      'dc:⟨U+202E⟩gpja␀b',
      'No namespace5 fields',
      '__proto__1',
      'then1 field',
      'empty keyempty text',
      'aappears twice1',
      'aappears twice2',
    ])
    expect(row('dc:x').querySelector('bdi')?.textContent).toBe('dc:x')
  })

  it('keeps a string of 10 MB and thousands of hidden characters out of the page', () => {
    show(`{"a":"${'x'.repeat(10_000_000)}","b":"${'\\u0000x'.repeat(50_000)}"}`)
    expect(document.body.textContent?.length).toBeLessThan(13_000)
    expect(document.body.querySelectorAll('*').length).toBeLessThan(300)
  })

  it('has only the rows in sight and the active one as elements, of 200,000', async () => {
    const { user } = show(`[${Array.from({ length: 200_000 }, (_, at) => at).join(',')}]`)
    expect(rows().length).toBeLessThan(60)
    expect(grid().getAttribute('aria-rowcount')).toBe('200001')
    await user.keyboard('{End}')
    expect(activeRow()?.textContent).toBe('Item 200,000199999')
    expect(rows().length).toBeLessThan(60)
  })
})

describe('keys', () => {
  it('moves, opens, closes and goes to the parent', async () => {
    const { user } = show(body)
    async function activeAfter(keys: string) {
      await user.keyboard(keys)
      return activeRow()?.textContent
    }
    expect(await activeAfter('{ArrowDown}{ArrowDown}')).toBe('dc:title2 itemsSurf, Sand')
    expect(await activeAfter('{ArrowRight}')).toBe('dc:title2 itemsSurf, Sand')
    expect(row('dc:title').getAttribute('aria-expanded')).toBe('true')
    expect(await activeAfter('{ArrowRight}')).toBe('Item 1Surf')
    expect(await activeAfter('{ArrowLeft}')).toBe('dc:title2 itemsSurf, Sand')
    expect(await activeAfter('{ArrowLeft}{ArrowLeft}')).toBe('dcDublin Core2 fields')
    expect(await activeAfter('{End}')).toBe('assetIdurn:1')
    expect(await activeAfter('{Home}')).toBe('Asset metadata6 fields')
    expect(await activeAfter('{Enter}')).toBe('Asset metadata6 fields')
    expect(texts()).toEqual([
      'Asset metadata6 fields',
      'Repository metadata1 field',
      'repo:namea.jpg',
      'assetIdurn:1',
    ])
    await user.keyboard(' *')
    expect(texts().length).toBe(13)
  })

  it('opens inwards with the left arrow where the interface runs from right to left', async () => {
    const { user } = show(body, { locale: 'ar-AE' })
    await user.keyboard('{ArrowRight}')
    expect(row('Asset metadata').getAttribute('aria-expanded')).toBe('false')
    await user.keyboard('{ArrowLeft}{ArrowLeft}')
    expect(activeRow()?.textContent).toContain('dc')
  })

  it('finds keys by typing', async () => {
    const { user } = show(body)
    await user.keyboard('xmp:r')
    expect(activeRow()?.textContent).toBe('xmp:Rating4.0')
  })

  it('selects by click and opens by its arrow and by double click', async () => {
    const { user } = show(body)
    await user.click(row('dc:title'))
    expect(activeRow()).toBe(row('dc:title'))
    expect(row('dc:title').getAttribute('aria-expanded')).toBe('false')
    await user.dblClick(row('dc:title'))
    expect(row('dc:title').getAttribute('aria-expanded')).toBe('true')
    const arrow = row('dc:title').querySelector('.tree-toggle')
    if (arrow) await user.click(arrow)
    expect(row('dc:title').getAttribute('aria-expanded')).toBe('false')
  })
})

describe('expand all and collapse all', () => {
  it('opens every row and closes every row', async () => {
    const { user } = show(body)
    await user.click(screen.getByRole('button', { name: 'Expand all' }))
    expect(texts()).toContain('Item 2Sand')
    await user.click(screen.getByRole('button', { name: 'Collapse all' }))
    expect(texts()).toEqual(['Asset metadata6 fields', 'Repository metadata1 field', 'assetIdurn:1'])
  })
})

describe('the filter', () => {
  function settled(words: string) {
    return waitFor(() => expect(screen.getAllByRole('status')[0]?.textContent).toBe(words))
  }

  it('is reached by slash and Ctrl+F, marks what it finds, and gives all back', async () => {
    const { user } = show(body)
    const before = texts()
    await user.keyboard('/jons')
    await settled('1 of 10 fields match')
    expect(texts()).toEqual(['Asset metadata6 fields', 'dcDublin Core2 fields', 'dc:creatorAna Jónsdóttir'])
    expect([...grid().querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['Jóns'])
    await user.keyboard('{Enter}')
    expect(document.activeElement).toBe(grid())
    expect(activeRow()?.textContent).toBe('dc:creatorAna Jónsdóttir')
    await user.keyboard('{Control>}f{/Control}{Escape}')
    await settled('10 fields')
    expect(texts()).toEqual(before)
    await user.keyboard('{Escape}')
    expect(document.activeElement).toBe(grid())
  })

  it('goes from match to match with F3', async () => {
    const { user } = show(body)
    await user.type(filter(), 'dam:')
    await settled('2 of 10 fields match')
    await user.keyboard('{ArrowDown}{F3}')
    expect(activeRow()?.textContent).toBe('dam:nonenull')
    await user.keyboard('{Shift>}{F3}{/Shift}')
    expect(activeRow()?.textContent).toBe('dam:oktrue')
  })

  it('says when nothing matches and how to go back', async () => {
    const { user } = show(body)
    await user.type(filter(), 'xyz')
    await settled('No field matches “xyz”')
    await user.click(screen.getByRole('button', { name: 'Clear filter' }))
    await settled('10 fields')
    expect(document.activeElement).toBe(grid())
  })

  it('shows the result of what was typed last', async () => {
    const { user } = show(body)
    await user.type(filter(), 'surf')
    await user.clear(filter())
    await user.type(filter(), 'sand')
    await settled('1 of 10 fields match')
    expect(texts().at(-1)).toBe('Item 2Sand')
  })
})

describe('copying', () => {
  function report(words: string) {
    return waitFor(() => expect(screen.getAllByRole('status')[1]?.textContent).toBe(words))
  }

  it('takes value, key and JSON Pointer of the active row', async () => {
    const { texts: copied, onCopy } = clipboard()
    const { user } = show(body, { onCopy })
    await user.click(row('dc:creator'))
    await user.keyboard('{Control>}c{/Control}')
    await report('Value copied')
    await user.click(screen.getByRole('button', { name: 'Copy key' }))
    await report('Key copied')
    await user.click(screen.getByRole('button', { name: 'Copy JSON Pointer' }))
    await report('JSON Pointer copied')
    await user.click(row('dc:title'))
    await user.click(screen.getByRole('button', { name: 'Copy value' }))
    expect(copied).toEqual(['Ana Jónsdóttir', 'dc:creator', '/assetMetadata/dc:creator', '["Surf","Sand"]'])
  })

  it('copies JSON text, and says so, where the clipboard cannot hold the text as it is', async () => {
    const { texts: copied, onCopy } = clipboard()
    const { user } = show('{"a\\u0000":"b\\u0000c"}', { onCopy })
    await user.click(screen.getByRole('button', { name: 'Copy value' }))
    await report('Copied as JSON text, because the clipboard can’t hold some of its characters')
    await user.click(screen.getByRole('button', { name: 'Copy key' }))
    expect(copied).toEqual(['b\0c', '"b\\u0000c"', 'a\0', '"a\\u0000"'])
  })

  it('says when copying failed', async () => {
    const { user } = show(body, { onCopy: () => Promise.reject(new Error('no clipboard')) })
    await user.click(screen.getByRole('button', { name: 'Copy value' }))
    await report('Couldn’t copy')
  })

  it('offers nothing to copy of a namespace', async () => {
    const { user } = show(body)
    await user.click(row('dc'))
    expect(screen.getByRole('button', { name: 'Copy value' })).toHaveProperty('disabled', true)
  })
})

describe('the details', () => {
  it('show path and whole value, and more of a long one on demand', async () => {
    const { user } = show(`{"assetMetadata":{"dc:long":"${'x'.repeat(20_000)}end"}}`)
    await user.click(row('dc:long'))
    const details = within(screen.getByRole('region', { name: 'Details of the selected field' }))
    expect(details.getAllByRole('listitem').map((step) => step.textContent)).toEqual([
      'assetMetadata',
      'dc:long',
    ])
    function value() {
      return details.getByRole('region', { name: 'Value of the selected field' }).textContent ?? ''
    }
    expect(value()).toBe(`${'x'.repeat(10_240)}…`)
    await user.click(details.getByRole('button', { name: 'Show all' }))
    expect(value()).not.toContain('…')
    expect(value().length).toBeLessThan(20_000)
    await user.click(details.getByRole('button', { name: 'Hide details' }))
    expect(details.queryByRole('region', { name: 'Value of the selected field' })).toBeNull()
  })
})

describe('another reading', () => {
  it('keeps what is open and active when it is of the same asset', async () => {
    const { user, read } = show(body)
    await user.click(row('dc:title'))
    await user.keyboard('{ArrowRight}{ArrowRight}')
    read(body.replace('"dc:title"', '"dc:new":1,"dc:title"'))
    expect(texts()).toContain('dc:new1')
    expect(activeRow()?.textContent).toBe('Item 1Surf')
  })

  it('starts anew when it is of another asset', async () => {
    const { user, read } = show(body)
    await user.click(screen.getByRole('button', { name: 'Expand all' }))
    read(body, 'urn:aaid:aem:2')
    expect(texts()).not.toContain('Item 1Surf')
  })
})
