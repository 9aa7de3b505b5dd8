import { Provider } from '@react-spectrum/s2/Provider'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { vi } from 'vitest'
import {
  asAtFirst,
  PaneMemoryContext,
  useOwnPaneMemory,
} from '../../../src/renderer/components/panes/pane-memory'
import { MetadataView } from '../../../src/renderer/features/metadata/metadata-view'
import type { MetadataReading } from '../../../src/shared/metadata'
import { anExchange } from './fake-desktop'
import { tabulate } from './json-nodes'
import './late-parts'

function readingOf(text: string, assetId = 'urn:aaid:aem:1'): MetadataReading {
  return {
    connectionId: 'c',
    author: 'https://author-p1-e1.adobeaemcloud.com',
    clientId: 'client',
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
  }
}

/** Stands for the clipboard of the system. */
export function clipboard() {
  const texts: string[] = []
  function holds(text: string) {
    return !text.includes('\0')
  }
  return { texts, onCopy: async (text: string) => ({ exact: texts.push(text) > 0 && holds(text) }) }
}

function Arranged({ children }: { children: ReactNode }) {
  return (
    <PaneMemoryContext value={useOwnPaneMemory(asAtFirst, () => undefined)}>{children}</PaneMemoryContext>
  )
}

export function show(text: string, { locale = 'en-US', onCopy = clipboard().onCopy } = {}) {
  function tree(reading: MetadataReading) {
    return (
      <Provider locale={locale}>
        <Arranged>
          <MetadataView reading={reading} initialFocus onCopy={onCopy} />
        </Arranged>
      </Provider>
    )
  }
  const { rerender } = render(tree(readingOf(text)))
  return {
    user: userEvent.setup(),
    read: (newer: string, assetId?: string) => rerender(tree(readingOf(newer, assetId))),
  }
}

export function grid() {
  return screen.getByRole('treegrid', { name: 'Metadata' })
}
export function rows() {
  return within(grid()).getAllByRole('row').slice(1)
}
export function texts() {
  return rows().map((row) => row.textContent)
}
export function row(text: string): HTMLElement {
  const found = rows().find((candidate) => candidate.textContent?.startsWith(text))
  if (!found) throw new Error(`No row starts with ${text}: ${texts().join(' | ')}`)
  return found
}
export function activeRow() {
  return document.getElementById(grid().getAttribute('aria-activedescendant') ?? '')
}
export function filter() {
  return screen.getByRole('searchbox', { name: 'Filter metadata' })
}

/** This DOM has no layout: every element is as large as a small window. What an earlier tree was shown as is forgotten. */
export function prepareWindow(): void {
  window.sessionStorage.clear()
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(600)
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(800)
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600)
}
