import { useMutation } from '@tanstack/react-query'
import type { Review, SendOutcome } from '../../../shared/edit'
import { unwrap } from '../../desktop/desktop'

/** Sends what was reviewed. It goes on when its page is left, and is never repeated by itself. */
export function useSendChanges(onOutcome: (outcome: SendOutcome) => void) {
  return useMutation({
    mutationFn: ({ draftId, body, pathForm }: Review) =>
      unwrap(window.desktop.sendChanges({ draftId, body, pathForm, ticket: crypto.randomUUID() })),
    retry: false,
    onSuccess: onOutcome,
  })
}
