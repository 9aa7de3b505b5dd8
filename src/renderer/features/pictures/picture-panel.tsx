import { ProgressCircle } from '@react-spectrum/s2/ProgressCircle'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useState } from 'react'
import type { AssetPicture } from '../../../shared/asset-picture'
import { FailureNotice } from '../../components/failure/failure-notice'
import type { DesktopError } from '../../desktop/desktop'
import { useMessages } from '../../language/messages'
import messages from './messages/en.json'

const panel = style({
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'center',
  rowGap: 8,
  minWidth: 160,
  maxWidth: 320,
  font: 'ui-sm',
  overflowWrap: 'anywhere',
})
const failure = style({ maxWidth: 400 })
const large = style({ maxWidth: 'full', maxHeight: 320, objectFit: 'contain' })
const caption = style({ margin: 0 })

const words = {
  missing: 'missing',
  'not-a-picture': 'notAPicture',
  'too-large': 'tooLarge',
} as const

type Props = {
  picture: AssetPicture | undefined
  /** Where the picture is to be had in this window; null where there is none. */
  address: string | null
  name: string
  error: DesktopError | null
  onRetry: () => void
}

/** The picture as large as AEM made it, or why there is none. */
export function PicturePanel({ picture, address, name, error, onRetry }: Props) {
  const say = useMessages(messages)
  const [broken, setBroken] = useState<string | null>(null)
  if (error) {
    return (
      <div className={failure}>
        <FailureNotice error={error.error} onRetry={onRetry} />
      </div>
    )
  }
  if (picture && picture.outcome !== 'shown') {
    return (
      <p role="status" className={caption}>
        {say(words[picture.outcome])}
      </p>
    )
  }
  if (address === null) return <ProgressCircle isIndeterminate aria-label={say('loading')} />
  return (
    <div className={panel}>
      {broken === address ? (
        <p role="alert" className={caption}>
          {say('broken')}
        </p>
      ) : (
        <img src={address} alt={say('alt', { name })} className={large} onError={() => setBroken(address)} />
      )}
      <bdi>{name}</bdi>
    </div>
  )
}
