import { fireEvent, screen } from '@testing-library/react'
import type { ImportCandidate, ImportReading, ImportRefusal } from '../../../src/shared/imports'
import type { Result } from '../../../src/shared/result'
import { type Answers, type FakeDesktop, fakeDesktop, ok } from './fake-desktop'
import { renderApp } from './render-app'

export function aCandidate(parts: Partial<ImportCandidate> = {}): ImportCandidate {
  return {
    name: 'Asset export',
    clientId: '0123456789abcdef0123456789abcdef',
    scopes: ['openid', 'aem.assets.author'],
    secretCount: 1,
    technicalAccountEmail: null,
    origin: null,
    bucket: null,
    environment: null,
    imsHost: null,
    aemHost: null,
    migrated: false,
    doubts: [],
    leftOut: { secretCount: 0, imsHost: null, aemHost: null },
    ...parts,
  }
}

export function found(...candidates: ImportCandidate[]): ImportReading {
  return {
    found: true,
    importId: 'import-id',
    format: 'adc-project',
    candidates,
  }
}
export function refused(refusal: ImportRefusal): ImportReading {
  return { found: false, refusal }
}

export type ReadText = { text: string; fileName: string | null }

/** A program behind the window that finds `reading` in every file and text. */
export function importing(
  reading: ImportReading | Result<ImportReading>,
  answers: Partial<Answers> = {},
): FakeDesktop & { texts: ReadText[] } {
  const desktop = fakeDesktop(answers)
  const texts: ReadText[] = []
  const result = 'ok' in reading ? reading : ok(reading)
  return {
    ...desktop,
    texts,
    api: {
      ...desktop.api,
      openImportFile: async () => result,
      readImportText: async (input) => {
        texts.push(input)
        return result
      },
    },
  }
}

export async function openNew(desktop: FakeDesktop) {
  const app = renderApp(desktop)
  await app.user.click(await screen.findByRole('button', { name: 'Add connection' }))
  return app
}

export function textOf(label: string): string {
  return screen.getByLabelText<HTMLInputElement | HTMLTextAreaElement>(label).value
}

export function drop(...files: File[]): void {
  fireEvent.drop(document.body, { dataTransfer: { types: ['Files'], files } })
}
