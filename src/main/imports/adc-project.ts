import * as v from 'valibot'
import type { ImportRefusal } from '../../shared/imports'
import type { RawCredential, RawReading } from './clean-credential'

const text = v.fallback(v.nullable(v.string()), null)
const list = v.fallback(v.array(v.unknown()), [])
function part<T extends v.ObjectEntries>(entries: T) {
  return v.fallback(v.nullable(v.object(entries)), null)
}

const credentialSchema = v.object({
  name: text,
  integration_type: text,
  oauth_server_to_server: part({
    client_id: text,
    client_secrets: list,
    technical_account_email: text,
    scopes: list,
  }),
  jwt: part({}),
  oauth2: part({}),
  api_key: part({}),
})

const projectSchema = v.object({
  project: v.object({
    name: text,
    title: text,
    org: part({ name: text }),
    workspace: part({ name: text, title: text, details: part({ credentials: list }) }),
  }),
})

type AdcCredential = v.InferOutput<typeof credentialSchema>
type Place = { names: readonly (string | null)[]; origin: readonly (string | null)[] }

/**
 * The project JSON of Adobe Developer Console (project overview, Download), or one credential out of it; null for
 * anything else. Takes `oauth_server_to_server` alone: the file also holds secrets of other credentials and of
 * Adobe I/O Runtime. Shape: adobe/aio-cli-plugin-app, schema/config.schema.json.
 */
export function readAdcProject(document: object): RawReading | null {
  const file = v.safeParse(projectSchema, document)
  if (file.success) {
    const { org, workspace, ...project } = file.output.project
    const projectName = project.title || project.name
    const place = {
      names: [projectName],
      origin: [org?.name ?? null, projectName, workspace ? workspace.title || workspace.name : null],
    }
    return readCredentials(workspace?.details?.credentials ?? [], place)
  }
  const isCredential = 'oauth_server_to_server' in document || 'integration_type' in document
  return isCredential ? readCredentials([document], { names: [], origin: [] }) : null
}

function readCredentials(entries: readonly unknown[], place: Place): RawReading {
  const known = entries.flatMap((entry) => {
    const reading = v.safeParse(credentialSchema, entry)
    return reading.success ? [reading.output] : []
  })
  const refusals = new Set(known.map(refusalOf))
  return {
    credentials: known.flatMap((credential) => readCredential(credential, place)),
    otherwise: refusalsByWeight.find((refusal) => refusals.has(refusal)) ?? 'no-credential',
  }
}

function readCredential(credential: AdcCredential, place: Place): RawCredential[] {
  const oauth = credential.oauth_server_to_server
  if (!oauth) return []
  return [
    {
      names: [credential.name, ...place.names],
      clientId: oauth.client_id,
      secrets: oauth.client_secrets,
      scopes: oauth.scopes,
      technicalAccountEmail: oauth.technical_account_email,
      origin: place.origin,
      migrated: credential.integration_type === 'oauth_server_to_server_migrate' || credential.jwt !== null,
    },
  ]
}

/** What to speak of first when a file holds several credentials, none of them usable. */
const refusalsByWeight: readonly ImportRefusal[] = [
  'aio-file',
  'jwt-credential',
  'user-auth-credential',
  'api-key-only',
]

function refusalOf(credential: AdcCredential): ImportRefusal {
  const { integration_type, oauth_server_to_server, jwt, oauth2, api_key } = credential
  if (oauth_server_to_server) return 'no-credential'
  // aio lists the credentials of a workspace in `.aio` and writes what belongs to them into `.env`.
  if (integration_type?.startsWith('oauth_server_to_server')) return 'aio-file'
  if (jwt || integration_type === 'service') return 'jwt-credential'
  if (oauth2 || integration_type?.startsWith('oauth')) return 'user-auth-credential'
  return api_key || integration_type === 'apikey' ? 'api-key-only' : 'no-credential'
}
