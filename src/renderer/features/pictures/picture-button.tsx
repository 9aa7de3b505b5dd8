import { ActionButton } from '@react-spectrum/s2/ActionButton'
import { DialogTrigger } from '@react-spectrum/s2/Dialog'
import { Popover } from '@react-spectrum/s2/Popover'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { findAssetNames, findFieldText } from '../../../shared/asset-names'
import type { AssetPicture } from '../../../shared/asset-picture'
import type { MetadataReading } from '../../../shared/metadata'
import { useMessages } from '../../language/messages'
import messages from './messages/en.json'
import { PicturePanel } from './picture-panel'
import { pictureQuery } from './picture-query'
import { TypeIcon } from './type-icon'

const small = style({ width: 20, height: 20, objectFit: 'contain' })

/**
 * Stands for the asset in its line: a sign of its type, and once the user has asked for it a small picture. It is got on
 * demand alone, because it is one more request that AEM logs.
 */
export function PictureButton({ reading }: { reading: MetadataReading }) {
  const say = useMessages(messages)
  const client = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const query = pictureQuery(reading)
  const { data: picture, error, isFetching, refetch } = useQuery({ ...query, enabled: isOpen, retry: false })
  const address = usePictureAddress(picture)
  const { text, rows, assetId } = reading
  const { title, name } = findAssetNames(text, rows)
  const format = findFieldText(text, rows, 'repositoryMetadata', 'dc:format')

  function open(isToOpen: boolean) {
    setOpen(isToOpen)
    if (!isToOpen && isFetching) void client.cancelQueries({ queryKey: query.queryKey })
  }
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={open}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the menu Export has the same for keys. */}
      <span draggable onDragStart={(event) => putWhole(event.dataTransfer, reading.text)}>
        <ActionButton size="S" isQuiet aria-label={say('show')}>
          {address === null ? (
            <TypeIcon format={format} />
          ) : (
            <img src={address} alt="" draggable={false} className={small} />
          )}
        </ActionButton>
      </span>
      <Popover aria-label={say('picture')} placement="bottom start">
        <PicturePanel
          {...{ picture, address }}
          name={title ?? name ?? assetId}
          error={isFetching ? null : error}
          onRetry={() => void refetch()}
        />
      </Popover>
    </DialogTrigger>
  )
}

/** The asset itself is dragged by what stands for it: its metadata as AEM sent it. */
function putWhole(data: DataTransfer, json: string): void {
  data.effectAllowed = 'copy'
  data.setData('text/plain', json)
  data.setData('application/json', json)
}

/** The address of a picture in memory, for as long as it is shown; null where there is none. */
function usePictureAddress(picture: AssetPicture | undefined): string | null {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    if (picture?.outcome !== 'shown') return
    const made = URL.createObjectURL(new Blob([picture.bytes], { type: picture.type }))
    setAddress(made)
    return () => {
      setAddress(null)
      URL.revokeObjectURL(made)
    }
  }, [picture])
  return address
}
