import { ActionButton } from '@react-spectrum/s2/ActionButton'
import Star from '@react-spectrum/s2/icons/Star'
import StarFilled from '@react-spectrum/s2/icons/StarFilled'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { TextField } from '@react-spectrum/s2/TextField'
import { Tooltip, TooltipTrigger } from '@react-spectrum/s2/Tooltip'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { findAssetNames } from '../../../shared/asset-names'
import { type AssetKey, assetKeyOf, type Favourite, longestNote, mayBeOfAsset } from '../../../shared/kept'
import type { MetadataReading } from '../../../shared/metadata'
import { describeError } from '../../../words/failure/describe-failure'
import failureMessages from '../../../words/failure/messages/en.json'
import { useOfferUndo } from '../../components/offer-undo'
import { useMessages } from '../../language/messages'
import { keptQuery, useRemoveFavourite, useSaveFavourite } from './kept-queries'
import messages from './messages/en.json'

const paragraph = style({ font: 'ui-sm', color: 'negative-1000' })

/** The star of an asset, and the note of a favorite. */
export function FavouriteControls({ reading }: { reading: MetadataReading }) {
  const say = useMessages(messages)
  const sayFailure = useMessages(failureMessages)
  const { data: kept } = useQuery(keptQuery())
  const save = useSaveFavourite()
  const remove = useRemoveFavourite()
  const offerUndo = useOfferUndo()
  const favourite = kept?.favourites.find((candidate) => mayBeOfAsset(candidate, reading))
  const { text, rows } = reading
  const label = say(favourite ? 'favourite.remove' : 'favourite.add')
  function saveNote(note: string) {
    return save.mutate({ ...assetKeyOf(reading), names: findAssetNames(text, rows), note })
  }

  function removeFavourite({ note, names, ...key }: Favourite) {
    const draft = { ...assetKeyOf(key), names, note }
    remove.mutate(assetKeyOf(key), {
      onSuccess: () => offerUndo(say('favourite.removed'), () => save.mutate(draft)),
    })
  }
  function isHere(change: { variables: AssetKey | undefined }) {
    return change.variables !== undefined && mayBeOfAsset(change.variables, reading)
  }
  const error = (isHere(save) ? save.error : null) ?? (isHere(remove) ? remove.error : null)
  const full = isHere(save) && save.data === null ? say('favourite.full') : ''
  return (
    <>
      <TooltipTrigger>
        <ActionButton
          size="S"
          isQuiet
          aria-label={label}
          onPress={() => (favourite ? removeFavourite(favourite) : saveNote(''))}
        >
          {favourite ? <StarFilled /> : <Star />}
        </ActionButton>
        <Tooltip>{label}</Tooltip>
      </TooltipTrigger>
      {favourite ? (
        <NoteField
          key={Object.values(assetKeyOf(reading)).join(' ')}
          favourite={favourite}
          onSave={saveNote}
        />
      ) : null}
      <span role="status" className={paragraph}>
        {error ? describeError(sayFailure, error.error).cause : full}
      </span>
    </>
  )
}

/** Saved when it is left, or with Enter; Escape brings back what is saved. */
function NoteField({ favourite, onSave }: { favourite: Favourite; onSave: (note: string) => void }) {
  const say = useMessages(messages)
  const [typed, setTyped] = useState(favourite.note)
  function save() {
    if (typed.trim() !== favourite.note) onSave(typed)
  }
  return (
    <TextField
      aria-label={say('note')}
      placeholder={say('note.placeholder')}
      size="S"
      maxLength={longestNote}
      value={typed}
      onChange={setTyped}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setTyped(favourite.note)
        else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) save()
        else event.continuePropagation()
      }}
      autoComplete="off"
      styles={style({ width: 240, flexShrink: 1 })}
    />
  )
}
