// biome-ignore-all lint/a11y/useSemanticElements: the rows of a windowed grid are no table.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row.
import { memo } from 'react'
import { assetStates, type FoundAsset } from '../../../shared/search'
import { PlainText } from '../../components/text/shown-text'
import { useFormats } from '../../language/formats'
import { useMessages } from '../../language/messages'
import messages from './messages/en.json'

export type FoundRowProps = {
  asset: FoundAsset
  index: number
  height: number
  domId: string
  /** The row that keys act on. */
  isActive: boolean
}

/** One asset of the results. */
export const FoundRow = memo(({ asset, index, height, domId, isActive }: FoundRowProps) => {
  const say = useMessages(messages)
  const formats = useFormats()
  const { title, name, path, format, size, state, modified, assetId } = asset
  const known = assetStates.find((one) => one === state)
  return (
    <div
      role="row"
      id={domId}
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={isActive}
      className="found-row"
      style={{ blockSize: height, transform: `translateY(${index * height}px)` }}
      title={path ?? assetId}
    >
      <div role="gridcell">
        <PlainText text={title ?? name ?? assetId} />
      </div>
      <div role="gridcell">
        <PlainText text={path ?? ''} />
      </div>
      <div role="gridcell">
        <PlainText text={format ?? ''} />
      </div>
      <div role="gridcell" className="found-size">
        {size === null ? '' : formats.bytes(size)}
      </div>
      <div role="gridcell">{known ? say(`state.${known}`) : <PlainText text={state ?? ''} />}</div>
      <div role="gridcell">{modified === null ? '' : formats.dateAndTime(modified)}</div>
    </div>
  )
})
