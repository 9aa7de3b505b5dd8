import type { FoundCredential } from '../../src/main/imports/clean-credential'
import { type CredentialsReading, readCredentials } from '../../src/main/imports/read-credentials'
import type { ImportRefusal } from '../../src/shared/imports'

/** Reads a text, or a value as JSON, as if it came from a file of that name. */
export function reading(content: unknown, fileName: string | null = null): CredentialsReading {
  return readCredentials(typeof content === 'string' ? content : JSON.stringify(content, null, 2), fileName)
}

export function found(content: unknown, fileName: string | null = null): FoundCredential[] {
  const result = reading(content, fileName)
  if ('refusal' in result) throw new Error(`Refused as ${result.refusal}`)
  return result.credentials
}

/** The only credential of a text. */
export function one(content: unknown, fileName: string | null = null): FoundCredential {
  const [first, ...others] = found(content, fileName)
  if (!first || others.length > 0) throw new Error(`Found ${others.length + (first ? 1 : 0)} credentials`)
  return first
}

export function refusal(content: unknown, fileName: string | null = null): ImportRefusal | null {
  const result = reading(content, fileName)
  return 'refusal' in result ? result.refusal : null
}

/** What an import says of a file of which it takes all that it knows. */
export const nothingLeftOut = { secretCount: 0, imsHost: null, aemHost: null }

export const clientId = 'c0ffee00c0ffee00c0ffee00c0ffee00'
export const account = 'a1b2c3d4-0000-4000-8000-00000000beef@techacct.adobe.com'

type Parts = Readonly<Record<string, unknown>>

export function serverToServer(parts: Parts = {}): Parts {
  return {
    client_id: clientId,
    client_secrets: ['p8e-first'],
    technical_account_email: account,
    technical_account_id: 'FEED00000000000000000000@techacct.adobe.com',
    scopes: ['openid', 'AdobeID', 'aem.folders'],
    ...parts,
  }
}

export function adcCredential(oauth: Parts = {}, parts: Parts = {}): Parts {
  return {
    id: '77',
    name: 'Asset reader',
    integration_type: 'oauth_server_to_server',
    oauth_server_to_server: serverToServer(oauth),
    ...parts,
  }
}

/** A project as Adobe Developer Console downloads it, with a secret of Adobe I/O Runtime in it. */
export function adcProject(credentials: readonly unknown[], parts: Parts = {}): Parts {
  return {
    project: {
      id: '1',
      name: '42PurpleHeron',
      title: 'Metadata audit',
      org: { id: '9', name: 'Contoso Média', ims_org_id: 'CAFE@AdobeOrg' },
      workspace: {
        id: '2',
        name: 'Stage',
        title: '',
        details: {
          credentials,
          services: [{ code: 'AEMAssetsAuthorAPI', name: 'AEM Assets Author API' }],
          runtime: { namespaces: [{ name: 'contoso', auth: 'runtime:not-ours' }] },
        },
      },
      ...parts,
    },
  }
}
