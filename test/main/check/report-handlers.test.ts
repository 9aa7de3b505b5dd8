import { expect, it } from 'vitest'
import { reportHandlers } from '../../../src/main/check/report-handlers'
import { errorOf } from '../../support/failures'

function setUp() {
  const shown: string[] = []
  const printed: string[] = []
  const names: string[] = []
  async function save({ suggestedName }: { suggestedName: string }) {
    names.push(suggestedName)
    return `/home/user/${suggestedName}`
  }
  const handlers = reportHandlers({
    files: { openText: async () => null, openBytes: async () => null, saveText: save, saveBytes: save },
    title: () => 'Save',
    printPdf: async (html) => {
      printed.push(html)
      return new Uint8Array([1])
    },
    showFile: (path) => void shown.push(path),
  })
  return { handlers, shown, printed, names }
}

it('shows a report in its folder, and no other file that the window names', async () => {
  const { handlers, shown } = setUp()
  await handlers.saveReport({ name: 'Check', format: 'html', text: '<p>' })
  expect(await errorOf(handlers.showReport({ path: '/etc/passwd' }))).toEqual({ kind: 'gone' })
  await handlers.showReport({ path: '/home/user/Check.html' })
  expect(shown).toEqual(['/home/user/Check.html'])
})

it('prints no token that may have come in with an answer', async () => {
  const { handlers, printed, names } = setUp()
  const token = `eyJhbGciOiJSUzI1NiJ9.${'a'.repeat(300)}.${'b'.repeat(300)}`
  await handlers.saveReport({ name: 'Check', format: 'pdf', text: `<p>${token}</p>` })
  expect(names).toEqual(['Check.pdf'])
  expect(printed.join()).toContain('<p>')
  expect(printed.join()).not.toContain(token)
})
