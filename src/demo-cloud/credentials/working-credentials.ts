import {
  type CredentialSeed,
  clientIdOf,
  credential,
  credentialWithoutAccount,
  secretOf,
  usualScopes,
} from './credential'

const dayMs = 86_400_000

export const editorCredentialName = 'Metadata editor'
export const stageCredentialName = 'Stage: metadata editor with repository paths'

/** Credentials that read metadata. The first one is the cloud's default: read-only, as in Adobe's tutorial. */
export const workingCredentials: CredentialSeed[] = [
  credential({
    slug: 'reader',
    name: 'Reader',
    shows:
      'Works. Reads all assets and folders; changing and deleting answer 403, as with the default product profile.',
  }),
  credential({
    slug: 'editor',
    name: 'Editor',
    shows: 'Works. Full rights: read, create, update and delete.',
    aem: { rights: { read: true, create: true, update: true, delete: true } },
  }),
  credential({
    slug: 'updater',
    name: editorCredentialName,
    shows: 'Works. Reads and updates metadata; deleting answers 403.',
    aem: { rights: { read: true, create: false, update: true, delete: false } },
  }),
  credential({
    slug: 'sling-reader',
    name: 'Reader with repository paths',
    shows: 'Works, and may also read /content/dam/….json, which usually refuses server-to-server tokens.',
    aem: { slingJson: true },
  }),
  credential({
    slug: 'strict',
    name: 'Strict 2024.11 API',
    shows: 'Works only with the header X-Adobe-Accept-Experimental: 1; without it AEM answers 406.',
    aem: { requireExperimentalHeader: true },
  }),
  credential({
    slug: 'rotation',
    name: 'Rotation: old secret',
    shows: 'Works. One credential with two valid secrets; this is the old one.',
    clientSecret: secretOf('rotation-old'),
    secrets: [secretOf('rotation-old'), secretOf('rotation-new')],
  }),
  credentialWithoutAccount({
    name: 'Rotation: new secret',
    clientId: clientIdOf('rotation'),
    clientSecret: secretOf('rotation-new'),
    scopes: usualScopes,
    shows: 'Works. The same credential as "Rotation: old secret" with its new secret.',
  }),
  credential({
    slug: 'special-characters',
    name: 'Secret with special characters',
    shows: 'Works only when the form body is URL-encoded: the secret holds & + = % and letters with accents.',
    clientSecret: 'p8e-demo-a+b&c=d%20e/é~ß',
  }),
  credential({
    slug: 'more-scopes',
    name: 'More scopes than needed',
    shows: 'Works. Also grants read_organizations and additional_info.projectedProductContext.',
    scopes: [...usualScopes, 'read_organizations', 'additional_info.projectedProductContext'],
  }),
  credential({
    slug: 'short-life',
    name: 'Token of one minute',
    shows: 'Works, with tokens that live 60 seconds: shows renewal.',
    token: { lifeMs: 60_000 },
  }),
  credential({
    slug: 'clock-ahead',
    name: 'IMS clock two days ahead',
    shows: "Works. created_at in the token lies two days in the future: this computer's clock looks wrong.",
    token: { clockAheadMs: 2 * dayMs },
  }),
  credential({
    slug: 'clock-behind',
    name: 'IMS clock two days behind',
    shows: "Works. By its claims the token has already expired: this computer's clock looks wrong.",
    token: { clockAheadMs: -2 * dayMs },
  }),
  credential({
    slug: 'opaque',
    name: 'Token that is not a JWT',
    shows: 'Works, but the token cannot be decoded.',
    token: { opaque: true },
  }),
  credential({
    slug: 'new-account',
    name: 'Technical account new to AEM',
    shows:
      'AEM answers 403 to the first token, because it does not know the technical account yet; a second token works.',
    aem: { unknownUntilSecondToken: true },
  }),
  credential({
    slug: 'stage',
    name: stageCredentialName,
    shows:
      'Works, and is meant for the stage environment: reads and updates metadata, and finds assets by their path.',
    aem: { rights: { read: true, create: false, update: true, delete: false }, slingJson: true },
  }),
]
