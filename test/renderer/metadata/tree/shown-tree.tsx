import { Provider } from '@react-spectrum/s2/Provider'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { vi } from 'vitest'
import { MetadataTree } from '../../../../src/renderer/features/metadata/tree/metadata-tree'
import type { MetadataReading } from '../../../../src/shared/metadata'
import { anExchange } from '../../support/fake-desktop'
import { tabulate } from './json-nodes'

const readingOf = (text: string, assetId = 'urn:aaid:aem:1'): MetadataReading => ({
  connectionId: 'c',
  assetId,
  url: 'https://author-p1-e1.adobeaemcloud.com/adobe/assets/1/metadata',
  text,
  rows: tabulate(text),
  etag: null,
  readAt: '2026-01-01T00:00:00.000Z',
  confirmedAt: null,
  bytes: text.length,
  durationMs: 1,
  hasInvalidBytes: false,
  exchange: anExchange(),
})

/** Stands for the clipboard of the system. */
export const clipboard = () => {
  const texts: string[] = []
  const holds = (text: string) => !text.includes('\0')
  return { texts, onCopy: async (text: string) => ({ exact: texts.push(text) > 0 && holds(text) }) }
}

export const show = (text: string, { locale = 'en-US', onCopy = clipboard().onCopy } = {}) => {
  const tree = (reading: MetadataReading) => (
    <Provider locale={locale}>
      <MetadataTree reading={reading} initialFocus onCopy={onCopy} />
    </Provider>
  )
  const { rerender } = render(tree(readingOf(text)))
  return {
    user: userEvent.setup(),
    read: (newer: string, assetId?: string) => rerender(tree(readingOf(newer, assetId))),
  }
}

export const grid = () => screen.getByRole('treegrid', { name: 'Metadata' })
export const rows = () => within(grid()).getAllByRole('row').slice(1)
export const texts = () => rows().map((row) => row.textContent)
export const row = (text: string): HTMLElement => {
  const found = rows().find((candidate) => candidate.textContent?.startsWith(text))
  if (!found) throw new Error(`No row starts with ${text}: ${texts().join(' | ')}`)
  return found
}
export const activeRow = () => document.getElementById(grid().getAttribute('aria-activedescendant') ?? '')
export const filter = () => screen.getByRole('searchbox', { name: 'Filter metadata' })

/** This DOM has no layout: every element is as large as a small window. What an earlier tree was shown as is forgotten. */
export const prepareWindow = (): void => {
  window.sessionStorage.clear()
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(600)
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(800)
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600)
}
