import { expect, it } from 'vitest'
import { openDraftFiles } from '../../../src/main/edit/draft-files'
import { addStep, startDraft } from '../../../src/main/edit/draft-state'
import { createDrafts } from '../../../src/main/edit/drafts'
import { parseDocument } from '../../../src/main/edit/json-value'
import { tempFolder } from '../../support/serve'

it('of edits that come faster than the disk, the latest is written and not each', async () => {
  const files = openDraftFiles(tempFolder())
  let writes = 0
  const drafts = createDrafts({
    files: {
      ...files,
      write: (state) => {
        writes++
        return files.write(state)
      },
    },
    keepsHistory: () => true,
    onProblem: (thrown) => {
      throw thrown
    },
  })
  const asset = { connectionId: 'one', author: 'https://author', clientId: 'client', assetId: 'urn:x' }
  const body = parseDocument('{"assetMetadata":{"dc:title":""}}')
  const id = drafts.put(startDraft(asset, { body, etag: '"1"', readAt: '2026-03-01T12:00:00Z' }))
  for (let at = 1; at <= 50; at++) {
    const value = String(at)
    drafts.change(id, (state) => addStep(state, { kind: 'set', path: ['dc:title'], value, continues: false }))
  }
  await drafts.settled()
  expect((await files.read(asset))?.body.text).toBe('{"assetMetadata":{"dc:title":50}}')
  expect(writes).toBeLessThanOrEqual(2)
})
