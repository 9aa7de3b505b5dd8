import { ActionButton } from '@react-spectrum/s2/ActionButton'
import Camera from '@react-spectrum/s2/icons/Camera'
import Compare from '@react-spectrum/s2/icons/Compare'
import { Menu, MenuItem, MenuTrigger } from '@react-spectrum/s2/Menu'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { Text } from '@react-spectrum/s2/Text'
import { useQuery } from '@tanstack/react-query'
import { memo, useState } from 'react'
import { assetKeyOf, isSameAsset } from '../../../shared/kept'
import type { MetadataReading } from '../../../shared/metadata'
import { describeError } from '../../../words/failure/describe-failure'
import failureMessages from '../../../words/failure/messages/en.json'
import { wideOnly } from '../../components/wide-only'
import { useFormats } from '../../language/formats'
import { useMessages } from '../../language/messages'
import { ChangesDialog } from './changes-dialog'
import { FavouriteControls } from './favourite-controls'
import { keptQuery, snapshotsQuery, useKeepSnapshot } from './kept-queries'
import messages from './messages/en.json'

const line = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 8,
  rowGap: 4,
  minWidth: 0,
})
const paragraph = style({ font: 'ui-sm', color: 'neutral-subdued' })

/** Saves the asset as a favorite, and its body as a snapshot to compare with. */
export const KeptControls = memo(({ reading }: { reading: MetadataReading }) => {
  const say = useMessages(messages)
  const sayFailure = useMessages(failureMessages)
  const formats = useFormats()
  const { text, etag, readAt } = reading
  const { data: snapshots = [] } = useQuery(snapshotsQuery(reading))
  const { data: kept } = useQuery(keptQuery())
  const keep = useKeepSnapshot()
  const [chosen, setChosen] = useState<string | null>(null)
  const earlier = snapshots.filter((snapshot) => snapshot.readAt !== readAt)

  const limit = formats.bytes(kept?.room.limit ?? 0)
  // What became of a snapshot belongs to the asset that it is of.
  const keptHere = keep.variables && isSameAsset(reading, keep.variables) ? keep : null
  const outcome = keptHere?.data ? say(`snapshot.${keptHere.data.outcome}`, { limit }) : ''
  const problem = keptHere?.error ? describeError(sayFailure, keptHere.error.error).cause : outcome
  return (
    <div className={line}>
      <FavouriteControls reading={reading} />
      <ActionButton
        size="S"
        isQuiet
        aria-label={say('snapshot.keep')}
        isPending={keptHere?.isPending ?? false}
        onPress={() => keep.mutate({ ...assetKeyOf(reading), text, etag, readAt })}
      >
        <Camera />
        <Text styles={wideOnly}>{say('snapshot.keep')}</Text>
      </ActionButton>
      {earlier.length === 0 ? null : (
        <MenuTrigger>
          <ActionButton size="S" isQuiet aria-label={say('changes.since')}>
            <Compare />
            <Text styles={wideOnly}>{say('changes.since')}</Text>
          </ActionButton>
          <Menu onAction={(key) => setChosen(String(key))}>
            {earlier.map((snapshot) => (
              <MenuItem key={snapshot.id} id={snapshot.id} textValue={formats.moment(snapshot.readAt)}>
                <Text slot="label">{formats.moment(snapshot.readAt)}</Text>
                <Text slot="description">
                  {say(`changes.${snapshot.kind}`)}, {formats.bytes(snapshot.bytes)}
                  {snapshot.author === null ? `, ${say('changes.unrecorded')}` : ''}
                </Text>
              </MenuItem>
            ))}
          </Menu>
        </MenuTrigger>
      )}
      <span role="status" className={paragraph}>
        {problem}
      </span>
      <ChangesDialog snapshotId={chosen} reading={reading} onClose={() => setChosen(null)} />
    </div>
  )
})
