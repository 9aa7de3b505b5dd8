import { Button } from '@react-spectrum/s2/Button'
import { useMessages } from '../../../language/messages'
import type { OpenBulk } from './bulk-queries'
import messages from './messages/en.json'
import { newOperation } from './operation-draft'

type Props = Pick<OpenBulk, 'assetIds' | 'leftOut'> & { onOpen: (open: OpenBulk) => void }

/** Begins the same change of all assets of a list. */
export function ChangeAllButton({ assetIds, leftOut, onOpen }: Props) {
  const say = useMessages(messages)
  return (
    <Button
      variant="secondary"
      size="S"
      isDisabled={assetIds.length === 0}
      onPress={() => onOpen({ assetIds, leftOut, drafts: [newOperation()], runId: null })}
    >
      {say('changeAll')}
    </Button>
  )
}
