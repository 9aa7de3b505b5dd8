import { describe, expect, it } from 'vitest'
import { openProgramFiles } from '../../../src/main/program/open-program-files'
import type { UnsavedDraft } from '../../../src/shared/session'
import { textIn } from '../../support/open-connections'
import { tempFolder } from '../../support/serve'

const draft: UnsavedDraft = {
  id: null,
  name: 'Brand assets',
  environment: 'stage',
  bucket: 'author-p1-e2',
  clientId: 'client-1',
  scopes: 'openid, AdobeID',
  imsHost: '',
  aemHost: '',
}
const credentials = [
  'p8e-BtehYPNNjL1hcHoMYBFttlU047Z9j6H7',
  'eyJhbGciOiJSUzI1NiJ9.eyJjbGllbnRfaWQiOiJhIn0.c2ln',
  'client_secret=1a2b3c4d-5e6f',
  "curl -H 'Authorization: Bearer 1a2b3c4d'",
]

describe('a draft that is not saved', () => {
  it('is remembered over a restart', async () => {
    const folder = tempFolder()
    await (await openProgramFiles(folder, () => [])).memory.remember({ unsavedDrafts: [draft] })
    expect((await openProgramFiles(folder, () => [])).memory.state().unsavedDrafts).toEqual([draft])
  })

  it.each(
    (['name', 'bucket', 'clientId', 'scopes', 'imsHost', 'aemHost'] as const).flatMap((field) =>
      credentials.map((credential) => [field, credential] as const),
    ),
  )('is remembered without the %s when that holds %j', async (field, credential) => {
    const folder = tempFolder()
    const { memory } = await openProgramFiles(folder, () => [])
    await memory.remember({ unsavedDrafts: [{ ...draft, [field]: `my ${credential}` }] })
    const after = await openProgramFiles(folder, () => [])
    expect([after.memory.state().unsavedDrafts, textIn(folder).includes(credential)]).toEqual([
      [{ ...draft, [field]: '' }],
      false,
    ])
  })
})

it.each(credentials)('the request bar is not remembered with %j', async (credential) => {
  const folder = tempFolder()
  const { memory } = await openProgramFiles(folder, () => [])
  const lastWork = { connectionId: 'c', bucket: 'author-p1-e2', asset: credential }
  await memory.remember({ lastWork })
  expect([memory.state().lastWork?.asset, textIn(folder).includes(credential)]).toEqual(['', false])
})
