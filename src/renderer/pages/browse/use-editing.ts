import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { SendOutcome } from '../../../shared/edit'
import type { MetadataReading } from '../../../shared/metadata'
import { unwrap } from '../../desktop/desktop'
import { editedName, useEditedAsset } from '../../features/edit/edited-asset'

type Applied = Extract<SendOutcome, { kind: 'applied' }>

const appliedKey = ['applied-change']

/** Also of a change whose answer came while another page was shown. */
function useApplied(): readonly [Applied | null, (outcome: Applied | null) => void] {
  const client = useQueryClient()
  const { data } = useQuery<Applied | null>({
    queryKey: appliedKey,
    queryFn: skipToken,
    gcTime: Number.POSITIVE_INFINITY,
    // A reading is an immutable string and table of up to many megabytes.
    structuralSharing: false,
  })
  const tell = useCallback(
    (outcome: Applied | null) => void client.setQueryData(appliedKey, outcome),
    [client],
  )
  return [data ?? null, tell]
}

/** Whether the shown asset is being edited, and what came of the last change of it. */
export function useEditing(reading: MetadataReading | null, onChanged: (reading: MetadataReading) => void) {
  const asset = reading === null ? null : editedName(reading)
  const [edited, setEdited] = useEditedAsset()
  const [applied, setApplied] = useApplied()
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
    applied: applied !== null && isOf(applied, reading) ? applied : null,
    undo: () => {
      if (applied?.changeId) reverse.mutate(applied.changeId)
    },
    dismiss: () => setApplied(null),
    error: reverse.error,
  }
}

/** As long as the asset is what it was after the change. */
function isOf({ reading: after }: Applied, reading: MetadataReading | null): boolean {
  return reading !== null && editedName(after) === editedName(reading) && after.etag === reading.etag
}
