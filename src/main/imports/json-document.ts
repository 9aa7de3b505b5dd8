import * as v from 'valibot'
import type { ImportFormat, ImportRefusal } from '../../shared/imports'
import { readAdcProject } from './adc-project'
import type { RawReading } from './clean-credential'
import { readNamedValues } from './named-values'
import { readSharedConnection } from './share-connection'

/** What a document is, and what it holds. */
export type DocumentReading = RawReading & { format: ImportFormat }

/** `label` names credentials that have no name of their own. */
export function readJsonDocument(document: unknown, label: string): DocumentReading {
  if (Array.isArray(document)) return readList(document, label)
  if (typeof document !== 'object' || document === null) return refused('not-understood')
  const refusal = refusalOf(document)
  if (refusal) return refused(refusal)

  const shared = readSharedConnection(document)
  if (shared) return { format: 'shared-connection', ...shared }
  const project = readAdcProject(document)
  if (project) return { format: 'adc-project', ...project }
  return readPostmanEnvironment(document, label) ?? readFlat(document, label)
}

function refused(otherwise: ImportRefusal): DocumentReading {
  return {
    format: 'json',
    credentials: [],
    otherwise,
  }
}

const longestList = 1_000

/** An array of credentials, such as the `credentials` of a project alone. */
function readList(documents: readonly unknown[], label: string): DocumentReading {
  const readings = documents
    .slice(0, longestList)
    .filter((document) => !Array.isArray(document))
    .map((document) => readJsonDocument(document, label))
  const first = readings.find(({ credentials }) => credentials.length > 0)
  return {
    format: first?.format ?? 'json',
    credentials: readings.flatMap(({ credentials }) => credentials),
    otherwise: readings[0]?.otherwise ?? 'no-credential',
  }
}

const present = v.nonNullish(v.unknown())
const text = v.pipe(v.string(), v.nonEmpty())

const serviceCredentials = v.union([
  v.object({ integration: v.object({ technicalAccount: v.object({}) }) }),
  v.object({ integration: v.object({ privateKey: present }) }),
  v.object({ integration: v.object({ metascopes: present }) }),
  v.object({ technicalAccount: v.object({}), privateKey: present }),
])

/** AEM Developer Console; Adobe's tutorial code tells the two kinds apart by `accessToken` as well. */
function refusalOf(document: object): ImportRefusal | null {
  if (v.is(serviceCredentials, document)) return 'aem-service-credentials'
  const isToken = v.is(v.object({ accessToken: text }), document)
  const { credentials } = readFlat(document, '')
  return isToken && credentials.length === 0 ? 'local-development-token' : null
}

const postmanEnvironment = v.object({ name: v.fallback(v.string(), ''), values: v.array(v.unknown()) })
const postmanValue = v.object({
  key: v.string(),
  value: v.optional(v.unknown()),
  enabled: v.fallback(v.boolean(), true),
})

/** An environment of Postman; Adobe Developer Console makes one ("Download for Postman") with `SCOPES` as an array. */
function readPostmanEnvironment(document: object, label: string): DocumentReading | null {
  const environment = v.safeParse(postmanEnvironment, document)
  if (!environment.success) return null
  const entries = environment.output.values.flatMap((entry) => {
    const { success, output } = v.safeParse(postmanValue, entry)
    return success && output.enabled ? [[output.key, output.value] as const] : []
  })
  const reading = readNamedValues(entries, { around: 'any', names: [environment.output.name, label] })
  return { format: 'postman-environment', ...reading }
}

function readFlat(document: object, label: string): DocumentReading {
  const name = 'name' in document ? document.name : null
  return {
    format: 'json',
    ...readNamedValues(Object.entries(document), { around: 'nothing', names: [name, label] }),
  }
}
