import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { findAssetNames } from '../../../shared/asset-names'
import type { MetadataReading } from '../../../shared/metadata'
import { wideOnly } from '../../components/wide-only'
import { useFormats } from '../../language/formats'
import { useMessages } from '../../language/messages'
import messages from './messages/en.json'

const line = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'baseline',
  alignContent: 'center',
  columnGap: 16,
  rowGap: 4,
  minHeight: 24,
  minWidth: 0,
  font: 'ui-sm',
  color: 'neutral-subdued',
})
/** Read out along with the rest; to be seen, it stands in the asset field. */
const heard = style({
  position: 'absolute',
  width: '[1px]',
  height: '[1px]',
  overflow: 'hidden',
  whiteSpace: 'nowrap',
})
const moment = style<{ isUnchanged: boolean }>({
  color: { default: 'neutral-subdued', isUnchanged: 'positive-1000' },
  fontWeight: { isUnchanged: 'medium' },
})

/** As people call it, before its ID. */
function heardNames({ text, rows, assetId }: MetadataReading): string[] {
  const { title, path } = findAssetNames(text, rows)
  const name = title ?? path?.split('/').at(-1)
  return name === undefined || name === assetId ? [assetId] : [name, assetId]
}

export type ReadingSummaryProps = {
  reading: MetadataReading
  /** A later request for it failed. */
  isOld: boolean
}

/** What was read, how much, how fast and when. */
export function ReadingSummary({ reading, isOld }: ReadingSummaryProps) {
  const say = useMessages(messages)
  const formats = useFormats()
  const { confirmedAt } = reading
  const time = formats.moment(reading.readAt)
  return (
    <div role="status" className={line}>
      {heardNames(reading).map((name) => (
        <bdi key={name} className={heard}>
          {name}{' '}
        </bdi>
      ))}
      <span className={moment({ isUnchanged: confirmedAt !== null && !isOld })}>
        {isOld
          ? say('reading.old', { time })
          : say(confirmedAt === null ? 'reading.read' : 'reading.unchanged', { time })}
      </span>
      {confirmedAt === null ? null : (
        <span>{say('reading.confirmed', { time: formats.moment(confirmedAt) })}</span>
      )}
      <span className={wideOnly}>
        {formats.bytes(reading.bytes)}{' '}
        {say('reading.took', { time: formats.milliseconds(reading.durationMs) })}
      </span>
      {reading.hasInvalidBytes ? <span>{say('reading.invalidBytes')}</span> : null}
    </div>
  )
}
