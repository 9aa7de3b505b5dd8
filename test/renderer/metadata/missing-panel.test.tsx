// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { activeRow, clipboard, filter, prepareWindow, show, texts } from '../support/shown-metadata'

const body =
  '{"repositoryMetadata":{"repo:name":"a.jpg","repo:path":"/a","repo:createDate":"2026-01-01T00:00:00Z",' +
  '"repo:modifyDate":"2026-01-01T00:00:00Z"},"assetMetadata":{"dc:title":"Surf","dc:description":"",' +
  '"xmpRights:Owner":"WKND","xmpRights:UsageTerms":["x"],"prism:expirationDate":"2027-01-01T00:00:00Z"}}'

beforeEach(prepareWindow)
afterEach(cleanup)

async function ask(user: UserEvent, text: string): Promise<void> {
  await user.clear(filter())
  await user.click(filter())
  await user.paste(text)
}
function panel() {
  return screen.findByRole('region', { name: 'Missing fields' })
}
function list() {
  return screen.findByRole('list', { name: 'Fields that are missing or empty' })
}
async function lines() {
  return within(await list()).getAllByRole('listitem')
}
function status(words: string) {
  return waitFor(() => expect(screen.getAllByRole('status').map((one) => one.textContent)).toContain(words))
}

describe('fields that are missing', () => {
  it('are listed with what they mean, beside the rows of those that are empty', async () => {
    const { user } = show(body)
    await ask(user, 'is:missing')
    await status('2 fields missing, 1 empty')
    await waitFor(async () =>
      expect((await lines()).map((line) => line.textContent)).toEqual([
        'dc:descriptionemptyDescription What the asset shows or is about, in a few sentences. ',
        'dc:rightsmissingRights The copyright statement. ',
        'cq:tagsmissingTags Tags from AEM’s own taxonomy, as namespace:path. ' +
          'AEM returns it only where the metadata schema declares it, so it may be set anyway.',
      ]),
    )
    expect((await panel()).textContent).toContain('3 of 11 fields are missing or empty.')
    expect(texts()).toContain('dc:descriptionempty text')
    expect(texts()).not.toContain('dc:titleSurf')
  })

  it('leave the keyboard to the list where no row is left, else to the first row', async () => {
    const { user } = show(body)
    await ask(user, 'missing:dc:rights')
    await status('1 field missing')
    await user.keyboard('{Enter}')
    expect(document.activeElement).toBe(await list())
    await ask(user, 'missing:dc:rights missing:dc:description')
    await status('1 field missing, 1 empty')
    await user.keyboard('{Enter}')
    expect(activeRow()?.textContent).toBe('dc:descriptionempty text')
  })

  it('take the keyboard from a tree that the search leaves without rows', async () => {
    const { user } = show(body)
    await ask(user, 'is:missing missing:dc:rights key:rights')
    await user.keyboard('{Enter}')
    await status('1 field missing')
    const found = await list()
    await waitFor(() => expect(document.activeElement).toBe(found))
  })

  it('are copied as lines that a sheet takes', async () => {
    const { texts: copied, onCopy } = clipboard()
    const { user } = show(body, { onCopy })
    await ask(user, 'missing:dc:rights missing:dc:description')
    await user.click(await screen.findByRole('button', { name: 'Copy list' }))
    await status('List copied')
    expect(copied).toEqual(['dc:rights\tmissing\ndc:description\tempty'])
  })

  it('tell where the field may be that was meant', async () => {
    const { user } = show(body)
    await ask(user, 'missing:DC:TITLE')
    await waitFor(async () =>
      expect((await lines())[0]?.textContent).toContain('dc:title exists in: Asset metadata.'),
    )
  })

  it('are none where all are there', async () => {
    const { user } = show(body)
    await ask(user, 'missing:dc:title')
    await status('No field missing')
    expect((await panel()).textContent).toBe('The field is there.')
    expect(screen.queryByRole('button', { name: 'Copy list' })).toBeNull()
  })

  it('follow the next answer and go with the filter', async () => {
    const { user, read } = show(body)
    await ask(user, 'missing:dc:rights')
    await status('1 field missing')
    read(body.replace('"dc:title"', '"dc:rights":"©","dc:title"'))
    await status('No field missing')
    await user.click(screen.getByRole('button', { name: 'Clear search' }))
    await status('11 fields')
    expect(screen.queryByRole('region', { name: 'Missing fields' })).toBeNull()
  })
})
