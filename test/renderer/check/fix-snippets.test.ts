import { describe, expect, test } from 'vitest'
import { snippetsFor } from '../../../src/shared/fix-snippets'

function repoinit(assetPath: string | null, extras?: { mayPublish: boolean }): string {
  const subject = { clientId: 'client', environments: ['development'], assetPath } as const
  return snippetsFor('aem-write-refused', subject, extras).find(({ id }) => id === 'repoinit')?.text ?? ''
}

describe('rights to write are asked for', () => {
  test.each([
    ['in the folder of the asset alone', '/content/dam/shop/summer/a.jpg', 'on /content/dam/shop/summer\n'],
    ['in all of the DAM where the asset was not read', null, 'on /content/dam\n'],
    ['in a folder whose name needs quotes', '/content/dam/my shop/a.jpg', 'on "/content/dam/my shop"\n'],
    ['in a folder whose name has quotes', '/content/dam/a "b"/c.jpg', 'on "/content/dam/a \\"b\\""\n'],
  ])('%s', (_, path, end) => {
    expect(repoinit(path)).toContain(end)
  })

  test('without the right to publish, unless that is wanted', () => {
    expect(repoinit(null)).toContain('allow jcr:read,jcr:versionManagement,rep:write on')
    expect(repoinit(null, { mayPublish: true })).toContain('jcr:versionManagement,crx:replicate,rep:write on')
  })
})
