import Share from '@react-spectrum/s2/icons/Share'
import { useMutation } from '@tanstack/react-query'
import { ChoiceMenu } from '../../components/choice-menu'
import { unwrap } from '../../desktop/desktop'
import { useMessages } from '../../language/messages'
import messages from './messages/en.json'

const targets = ['clipboard', 'file'] as const
export type ShareTarget = (typeof targets)[number]

export function ShareMenu({ onShare }: { onShare: (to: ShareTarget) => void }) {
  const say = useMessages(messages)
  return (
    <ChoiceMenu
      label={say('share')}
      icon={<Share />}
      direction="top"
      choices={targets}
      nameOf={(target) => say(`share.${target}`)}
      describe={(target) => say(`share.${target}.words`)}
      onChoose={onShare}
    />
  )
}

/** Shares a connection without its secret; reports the outcome. */
export function useShareConnection(connectionId: string | null, onNotice: (text: string) => void) {
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
