import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { SendOutcome } from '../../../shared/edit'
import type { MetadataReading } from '../../../shared/metadata'
import { unwrap } from '../../desktop/desktop'
import { editedName, useEditedAsset } from '../../features/edit/edited-asset'

type Applied = Extract<SendOutcome, { kind: 'applied' }>

/** Whether the shown asset is being edited, and what came of the last change of it. */
export function useEditing(reading: MetadataReading | null, onChanged: (reading: MetadataReading) => void) {
  const asset = reading === null ? null : editedName(reading)
  const [edited, setEdited] = useEditedAsset()
  const [applied, setApplied] = useState<Applied | null>(null)
  const reverse = useMutation({
    mutationFn: (changeId: string) =>
      unwrap(window.desktop.reverseChange({ changeId, ticket: crypto.randomUUID() })),
    onSuccess: () => begin(),
  })
  function begin() {
    setApplied(null)
    setEdited(asset)
  }
  return {
    isOn: asset !== null && edited === asset,
    begin,
    end: () => setEdited(null),
    /** Shows the asset as it was read after the change. */
    finish: (outcome: Applied) => {
      onChanged(outcome.reading)
      setApplied(outcome)
      setEdited(null)
    },
    applied: applied?.reading.assetId === reading?.assetId ? applied : null,
    undo: () => {
      if (applied?.changeId) reverse.mutate(applied.changeId)
    },
    dismiss: () => setApplied(null),
    error: reverse.error,
  }
}
