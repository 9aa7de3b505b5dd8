import { describe, expect, it } from 'vitest'
import type { ConnectionDraft } from '../../../src/shared/connections'
import { draftOf, editOf } from '../../support/drafts'
import { errorOf } from '../../support/failures'
import { openConnections, secretOf } from '../../support/open-connections'

const own = { bucket: 'author-p1-e2', imsHost: 'ims.example', aemHost: 'aem.example' }

async function withConnection(typed: Partial<ConnectionDraft> = {}) {
  const opened = openConnections()
  const saved = await opened.connections.save(draftOf(typed), null)
  function edit(change: Partial<ConnectionDraft>) {
    return opened.connections.save(editOf(saved, { ...typed, secret: '', ...change }), null)
  }
  return { ...opened, saved, edit }
}

describe('a stored secret goes nowhere else than before', () => {
  it.each<[string, Partial<ConnectionDraft>, Partial<ConnectionDraft>, object]>([
    ['client ID', {}, { clientId: 'client-2' }, { changed: 'clientId' }],
    ['IMS host', {}, { imsHost: 'ims.example' }, { changed: 'imsHost', host: 'ims.example' }],
    ['IMS host on this computer', {}, { imsHost: 'http://127.0.0.1:9' }, { changed: 'imsHost' }],
    ['IMS host of its own', own, { imsHost: '' }, { changed: 'imsHost', host: 'ims-na1.adobelogin.com' }],
    ['bucket of another IMS', {}, { bucket: 'author-p1-e2-cmstg' }, { changed: 'bucket' }],
    ['AEM host', {}, { aemHost: 'aem.example' }, { changed: 'aemHost', host: 'aem.example' }],
  ])('with another %s it is asked for again', async (_name, before, change, values) => {
    const { edit } = await withConnection(before)
    expect(await errorOf(edit(change))).toMatchObject({
      kind: 'input',
      problems: [{ field: 'secret', code: 'secret-again', values }],
    })
  })

  it.each<[string, Partial<ConnectionDraft>, Partial<ConnectionDraft>]>([
    ['name', {}, { name: 'New name' }],
    ['environment', {}, { environment: 'production' }],
    ['scope', {}, { scopes: 'openid' }],
    ['bucket of the same IMS', {}, { bucket: 'author-p3-e4' }],
    ['bucket, the hosts being its own', own, { bucket: 'author-p1-e2-cmstg' }],
    ['AEM host of Adobe', own, { aemHost: 'author-p3-e4.adobeaemcloud.com' }],
    ['AEM host on this computer', own, { aemHost: 'http://localhost:4502' }],
    ['way to write the IMS host', {}, { imsHost: 'https://ims-na1.adobelogin.com/ims/token/v3' }],
  ])('with another %s it stays', async (_name, before, change) => {
    const { saved, connections, edit } = await withConnection(before)
    await edit(change)
    expect(await secretOf(connections, saved.id)).toBe('canary-secret')
  })

  it('when it is typed again it goes there', async () => {
    const { saved, connections, edit } = await withConnection()
    await edit({ imsHost: 'ims.example', secret: 'canary-secret' })
    expect((await connections.find(saved.id)).imsHost).toBe('https://ims.example')
  })

  it('when it is in memory alone it is asked for again, too', async () => {
    const { edit } = await withConnection({ keepSecretIn: 'session' })
    expect(await errorOf(edit({ clientId: 'client-2' }))).toMatchObject({
      problems: [{ field: 'secret', code: 'secret-again' }],
    })
  })

  it('nothing is changed when it is asked for', async () => {
    const { saved, connections, edit } = await withConnection()
    await errorOf(edit({ imsHost: 'ims.example' }))
    expect((await connections.find(saved.id)).imsHost).toBeNull()
  })

  it('the other secret has to be forgotten first', async () => {
    const { saved, connections, edit } = await withConnection()
    await connections.saveSecondSecret(saved.id, 'other')
    expect(await errorOf(edit({ clientId: 'client-2', secret: 'of the second' }))).toMatchObject({
      problems: [{ field: 'clientId', code: 'second-secret-stored' }],
    })
  })

  it('another secret on its way to the keychain is not stored for a new client ID', async () => {
    const { saved, secrets, connections, edit } = await withConnection()
    const { letGo } = secrets.hold()
    const storing = errorOf(connections.saveSecondSecret(saved.id, 'other'))
    await edit({ clientId: 'client-2', secret: 'only here', keepSecretIn: 'session' })
    letGo()
    expect([await storing, (await connections.find(saved.id)).secondSecret]).toEqual([
      { kind: 'cancelled' },
      null,
    ])
  })

  it.each<Partial<ConnectionDraft>>([{ clientId: 'client-2' }, { imsHost: 'ims.example' }])(
    'work that began before %j does not get the new secret',
    async (change) => {
      const { saved, connections, edit } = await withConnection()
      const before = await connections.find(saved.id)
      await edit({ ...change, secret: 'new' })
      expect(await errorOf(connections.readSecret(before))).toEqual({ kind: 'cancelled' })
    },
  )
})

it('a connection of another client forgets the technical account of the former', async () => {
  const { connections } = openConnections()
  const imported = { secrets: ['imported'], technicalAccountEmail: 'a@techacct.adobe.com' }
  const saved = await connections.save(draftOf({ secret: '' }), imported)
  await connections.save(editOf(saved, { clientId: 'client-2', secret: 'new' }), null)
  expect((await connections.find(saved.id)).technicalAccountEmail).toBeNull()
})
