import * as v from 'valibot'
import type { ImportFormat, ImportRefusal } from '../../shared/imports'
import { readAdcProject } from './adc-project'
import type { RawReading } from './clean-credential'
import type { NamedValue } from './credential-parts'
import { readDocumentValues } from './document-values'
import { placeOf } from './field-names'
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
  return readPostman(document, label) ?? readValues(document, label)
}

function refused(otherwise: ImportRefusal): DocumentReading {
  return {
    format: 'json',
    credentials: [],
    otherwise,
  }
}

const longestList = 1_000

/** An array of credentials, such as the `credentials` of a project alone, or one of names with values. */
function readList(documents: readonly unknown[], label: string): DocumentReading {
  const readings = documents
    .slice(0, longestList)
    .filter((document) => !Array.isArray(document))
    .map((document) => readJsonDocument(document, label))
  const first = readings.find(({ credentials }) => credentials.length > 0)
  if (first === undefined) {
    const pairs = readValues(documents, label)
    if (pairs.credentials.length > 0) return pairs
  }
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
const tokens = v.union([v.object({ accessToken: text }), v.object({ access_token: text, token_type: text })])

/** AEM Developer Console; Adobe's tutorial code tells the two kinds apart by `accessToken` as well. An answer of IMS is a token. */
function refusalOf(document: object): ImportRefusal | null {
  if (v.is(serviceCredentials, document)) return 'aem-service-credentials'
  if (!v.is(tokens, document) || readValues(document, '').credentials.length > 0) return null
  return 'accessToken' in document ? 'local-development-token' : 'access-token'
}

const environment = v.object({ name: v.fallback(v.string(), ''), values: v.array(v.unknown()) })
const collection = v.object({
  info: v.object({ name: v.fallback(v.string(), ''), schema: v.pipe(v.string(), v.includes('getpostman')) }),
})

/**
 * An environment of Postman (Adobe Developer Console makes one, "Download for Postman", with `SCOPES` as an array), or a
 * collection, such as this program exports.
 */
function readPostman(document: object, label: string): DocumentReading | null {
  const made = v.safeParse(environment, document)
  if (made.success) {
    const { name, values } = made.output
    const reading = readNamedValues(readDocumentValues(values), { names: [name, label] })
    const otherwise = reading.otherwise === 'values-missing' ? 'postman-values-missing' : reading.otherwise
    return { format: 'postman-environment', ...reading, otherwise }
  }
  const saved = v.safeParse(collection, document)
  if (!saved.success) return null
  const reading = readNamedValues(aboutOneClient(readDocumentValues(document)), {
    names: [saved.output.info.name, label],
  })
  return { format: 'postman-collection', ...reading }
}

/** A collection says the same in its variables and in its calls; what names one client ID is all about that. */
function aboutOneClient(values: readonly NamedValue[]): readonly NamedValue[] {
  const ids = values.filter(({ name, value }) => value !== '' && placeOf(name)?.field === 'clientId')
  const isOne = new Set(ids.map(({ value }) => value)).size === 1
  return isOne ? values.map((value) => ({ ...value, within: [] })) : values
}

function readValues(document: object, label: string): DocumentReading {
  const name = 'name' in document ? document.name : null
  return {
    format: 'json',
    ...readNamedValues(readDocumentValues(document), { titled: true, names: [name, label] }),
  }
}
