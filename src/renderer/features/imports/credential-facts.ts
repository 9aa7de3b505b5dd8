import type { ImportCandidate } from '../../../shared/imports'
import { useMessages } from '../../language/messages'
import messages from './messages/en.json'

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
