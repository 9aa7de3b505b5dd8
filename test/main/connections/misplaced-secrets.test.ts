import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { describeForLog } from '../../../src/main/failures/describe-for-log'
import type { ConnectionDraft } from '../../../src/shared/connections'
import { draftOf } from '../../support/drafts'
import { errorOf } from '../../support/failures'
import { openConnections } from '../../support/open-connections'

const secret = 'p8e-BtehYPNNjL1hcHoMYBFttlU047Z9j6H7'
const token = 'eyJhbGciOiJSUzI1NiJ9.eyJjbGllbnRfaWQiOiJhIn0.c2lnbmF0dXJl'
const openFields = ['name', 'bucket', 'clientId', 'scopes', 'imsHost', 'aemHost'] as const

async function refusalOf(typed: Partial<ConnectionDraft>) {
  const opened = openConnections()
  const refused = opened.connections.save(draftOf(typed), null)
  return {
    ...opened,
    error: await errorOf(refused),
    thrown: await refused.catch((thrown: unknown) => thrown),
  }
}

describe.each(openFields)('a credential typed into the field %s', (field) => {
  it.each([
    ['secret', secret],
    ['secret', ` ${secret}\n`],
    ['secret', `openid, ${secret}, AdobeID`],
    ['token', token],
    ['token', `Bearer ${token}`],
  ])('is refused there, as what it looks like: a %s', async (kind, typed) => {
    const { error } = await refusalOf({ [field]: typed })
    expect(error).toEqual({ kind: 'input', problems: [{ field, code: `looks-like-${kind}`, values: {} }] })
  })

  it('is refused in any form when it stands under Client secret as well', async () => {
    const { error } = await refusalOf({ [field]: '1a2b3c4d-5e6f', secret: '1a2b3c4d-5e6f' })
    expect(error).toEqual({ kind: 'input', problems: [{ field, code: 'is-the-secret', values: {} }] })
  })

  it('is written down nowhere', async () => {
    const { folder, secrets, thrown } = await refusalOf({ [field]: secret })
    expect([readdirSync(folder), secrets.kept.size, describeForLog(thrown)]).toEqual([
      [],
      0,
      `input ${field} looks-like-secret`,
    ])
  })
})

it('an access token is no client secret', async () => {
  const { error } = await refusalOf({ secret: token })
  expect(error).toMatchObject({ problems: [{ field: 'secret', code: 'looks-like-token' }] })
})

it('an access token is no other client secret', async () => {
  const { connections } = openConnections()
  const { id } = await connections.save(draftOf(), null)
  expect(await errorOf(connections.saveSecondSecret(id, token))).toMatchObject({
    problems: [{ field: 'secondSecret', code: 'looks-like-token' }],
  })
})

it('what was typed into a field is not part of what is logged', async () => {
  const { thrown } = await refusalOf({ scopes: 'openid, 1a2b"3c4d', imsHost: 'http://canary.example' })
  expect(describeForLog(thrown)).toBe('input scopes scope-characters, imsHost host-not-https')
})
