import type { Connection } from '../../../shared/connections'
import type { ImportCandidate } from '../../../shared/imports'
import { useMessages } from '../../language/messages'
import messages from './messages/en.json'
import type { TakenImport } from './use-credential-import'

/** The description of the secret field while an import is in the form; null without one. */
export function useImportedSecretText(taken: TakenImport | null, isTyped: boolean): string | null {
  const say = useMessages(messages)
  if (taken === null) return null
  return say(isTyped ? 'secret.typed' : 'secret.imported', { count: taken.credential.secretCount })
}

/** Stands in the empty field for an imported secret, which never comes to the window. */
export function useSecretPlaceholder(taken: TakenImport | null): string | null {
  const say = useMessages(messages)
  return taken !== null && taken.credential.secretCount > 0 ? say('secret.not-shown') : null
}

/** What to do about the imported secret once its connection is saved; null where there is nothing to do. */
export function useSavedAdvice(): (taken: TakenImport | null, saved: Connection) => string | null {
  const say = useMessages(messages)
  return (taken, saved) => {
    if (taken === null || taken.credential.secretCount === 0) return null
    // A secret in memory is lost on quit: the file is then its only copy.
    if (saved.secret.place !== 'keychain')
      return taken.credential.secretCount > 1 ? say('saved.second-left-out') : null
    return say(`saved.${taken.source}`)
  }
}

/** What tells the credentials of one file apart, beyond name and client ID. */
export function useCredentialFacts(): (credential: ImportCandidate) => string {
  const say = useMessages(messages)
  return ({ scopes, secretCount, migrated }) =>
    [
      say('credential.scopes', { count: scopes.length }),
      say('credential.secrets', { count: secretCount }),
      ...(migrated ? [say('credential.migrated')] : []),
    ].join(' · ')
}
