import { Button } from '@react-spectrum/s2/Button'
import { ButtonGroup } from '@react-spectrum/s2/ButtonGroup'
import { Content } from '@react-spectrum/s2/Content'
import { DialogContainer } from '@react-spectrum/s2/Dialog'
import { FullscreenDialog } from '@react-spectrum/s2/FullscreenDialog'
import { Heading } from '@react-spectrum/s2/Heading'
import { useQuery } from '@tanstack/react-query'
import { assetKeyOf } from '../../../shared/kept'
import type { MetadataReading } from '../../../shared/metadata'
import { isolate } from '../../../words/language/say-in'
import { FailureNotice } from '../../components/failure/failure-notice'
import { useOfferUndo } from '../../components/offer-undo'
import { whenShown } from '../../components/when-shown'
import { useFormats } from '../../language/formats'
import { useMessages } from '../../language/messages'
import { snapshotQuery, useKeepSnapshot, useRemoveSnapshot } from './kept-queries'
import messages from './messages/en.json'

const ChangesView = whenShown(() => import('./changes/changes-view'), 'ChangesView')

export type ChangesDialogProps = {
  /** null while it is closed. */
  snapshotId: string | null
  reading: MetadataReading
  onClose: () => void
}

/** What changed between a snapshot and the reading on screen. */
export function ChangesDialog({ snapshotId, reading, onClose }: ChangesDialogProps) {
  const say = useMessages(messages)
  const formats = useFormats()
  const { data: before, error } = useQuery(snapshotQuery(snapshotId))
  const remove = useRemoveSnapshot()
  const keep = useKeepSnapshot()
  const offerUndo = useOfferUndo()
  const time = before ? formats.moment(before.snapshot.readAt) : '…'
  function removeSnapshot(id: string) {
    remove.mutate(id, {
      onSuccess: () => {
        onClose()
        if (!before) return
        const { snapshot, text } = before
        const { etag, readAt } = snapshot
        offerUndo(say('changes.snapshotRemoved', { time: isolate(time) }), () =>
          keep.mutate({ ...assetKeyOf(snapshot), text, etag, readAt }),
        )
      },
    })
  }
  return (
    <DialogContainer onDismiss={onClose}>
      {snapshotId === null ? null : (
        <FullscreenDialog>
          <Heading slot="title">{say('changes.title', { time: isolate(time) })}</Heading>
          <Content>
            {error ? <FailureNotice error={error.error} /> : null}
            {remove.error ? <FailureNotice error={remove.error.error} /> : null}
            {before ? <ChangesView before={before} after={reading} /> : null}
          </Content>
          <ButtonGroup>
            <Button variant="secondary" fillStyle="outline" onPress={() => removeSnapshot(snapshotId)}>
              {say('changes.removeSnapshot')}
            </Button>
            <Button variant="accent" onPress={onClose}>
              {say('changes.close')}
            </Button>
          </ButtonGroup>
        </FullscreenDialog>
      )}
    </DialogContainer>
  )
}
