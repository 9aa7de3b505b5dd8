import { ActionButton } from '@react-spectrum/s2/ActionButton'
import Share from '@react-spectrum/s2/icons/Share'
import { Menu, MenuItem, MenuTrigger } from '@react-spectrum/s2/Menu'
import { Text } from '@react-spectrum/s2/Text'
import { useMutation } from '@tanstack/react-query'
import { unwrap } from '../../desktop/desktop'
import { useMessages } from '../../language/messages'
import messages from './messages/en.json'

const targets: readonly ShareTarget[] = ['clipboard', 'file']

export function ShareMenu({ onShare }: { onShare: (to: ShareTarget) => void }) {
  const say = useMessages(messages)
  return (
    <MenuTrigger direction="top" align="end">
      <ActionButton isQuiet>
        <Share />
        <Text>{say('share')}</Text>
      </ActionButton>
      <Menu
        onAction={(key) => {
          const target = targets.find((candidate) => candidate === key)
          if (target) onShare(target)
        }}
      >
        {targets.map((target) => (
          <MenuItem key={target} id={target} textValue={say(`share.${target}`)}>
            <Text slot="label">{say(`share.${target}`)}</Text>
            <Text slot="description">{say(`share.${target}.words`)}</Text>
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  )
}

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
