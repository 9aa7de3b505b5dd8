import type { Connection, ConnectionDraft } from '../../src/shared/connections'

/** What a user typed into the form of a new connection, all of it right. */
export function draftOf(typed: Partial<ConnectionDraft> = {}): ConnectionDraft {
  return {
    id: null,
    name: 'Brand assets',
    environment: 'stage',
    bucket: 'author-p1-e2',
    clientId: 'client-1',
    secret: 'canary-secret',
    scopes: 'openid, AdobeID',
    imsHost: '',
    aemHost: '',
    keepSecretIn: 'keychain',
    imported: null,
    ...typed,
  }
}

/** What a user typed into the form of a connection that is there: of its secret nothing. */
export function editOf({ id }: Connection, typed: Partial<ConnectionDraft> = {}): ConnectionDraft {
  return draftOf({ id, secret: '', ...typed })
}
