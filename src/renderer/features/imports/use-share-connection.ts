import { useMutation } from '@tanstack/react-query'
import { unwrap } from '../../desktop/desktop'
import { useMessages } from '../../language/messages'
import messages from './messages/en.json'

export type ShareTarget = 'clipboard' | 'file'

/** Gives a connection to a colleague, without its secret; tells what came of it. */
export function useShareConnection(connectionId: string | null, onNotice: (words: string) => void) {
  const say = useMessages(messages)
  return useMutation({
    mutationFn: async (to: ShareTarget) =>
      connectionId === null ? null : unwrap(window.desktop.shareConnection({ connectionId, to })),
    onSuccess: (outcome, to) => {
      if (outcome?.saved) onNotice(say(`share.done.${to}`))
      // A file that was not saved: the choice of a place was cancelled.
      else if (outcome && to === 'clipboard') onNotice(say('share.not-copied'))
    },
  })
}
