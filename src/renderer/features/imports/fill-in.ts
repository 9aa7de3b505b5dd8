import type { ImportCandidate } from '../../../shared/imports'
import { type ConnectionText, emptyConnectionText } from '../../model/connections/connection-text'

type TextField = keyof ConnectionText

const fields: readonly TextField[] = [
  'name',
  'environment',
  'bucket',
  'clientId',
  'scopes',
  'imsHost',
  'aemHost',
]

/** The form's fields as given by a credential; fields that it lacks are left out. */
function offerOf(credential: ImportCandidate): Partial<ConnectionText> {
  return {
    // Without a name of its own a credential is named by its client ID, which says nothing to people.
    ...(credential.name !== credential.clientId && { name: credential.name }),
    clientId: credential.clientId,
    ...(credential.scopes.length > 0 && { scopes: credential.scopes.join(', ') }),
    ...(credential.environment && { environment: credential.environment }),
    ...(credential.bucket && { bucket: credential.bucket }),
    ...(credential.imsHost && { imsHost: credential.imsHost }),
    ...(credential.aemHost && { aemHost: credential.aemHost }),
  }
}

function isTyped(text: ConnectionText, field: TextField): boolean {
  return text[field] !== emptyConnectionText[field]
}

/** The credential, with a number behind its name where a connection has that name. */
export function withFreeName(credential: ImportCandidate, names: readonly string[]): ImportCandidate {
  let name = credential.name
  for (let number = 2; names.includes(name); number++) name = `${credential.name} (${number})`
  return { ...credential, name }
}

/** Fields in which the user typed something else than the credential says. */
export function findConflicts(text: ConnectionText, credential: ImportCandidate): readonly TextField[] {
  const offer = offerOf(credential)
  return fields.filter(
    (field) => offer[field] !== undefined && isTyped(text, field) && text[field] !== offer[field],
  )
}

/** The form filled from a credential; with `typedStays`, only fields that the user has not typed into. */
export function fillIn(
  text: ConnectionText,
  credential: ImportCandidate,
  typedStays: boolean,
): ConnectionText {
  const offered = Object.entries(offerOf(credential)).filter(
    ([name]) => !(typedStays && fields.some((field) => field === name && isTyped(text, field))),
  )
  return { ...text, ...Object.fromEntries(offered) }
}

/** Undoes an import in the form; what was typed since stays. */
export function takeBack(
  text: ConnectionText,
  { before, filled }: { before: ConnectionText; filled: ConnectionText },
): ConnectionText {
  const untouched = fields.filter((field) => text[field] === filled[field])
  return { ...text, ...Object.fromEntries(untouched.map((field) => [field, before[field]])) }
}

/** Fields that the user may be asked to look at. */
export type ImportField = 'name' | 'bucket' | 'clientId' | 'secret'

/** The first field, in the order of the form, that an import has left for the user; null when there is none. */
export function firstMissing(text: ConnectionText, secretCount: number): ImportField | null {
  const empty = (['name', 'bucket', 'clientId'] as const).find((field) => text[field].trim() === '')
  return empty ?? (secretCount === 0 ? 'secret' : null)
}
