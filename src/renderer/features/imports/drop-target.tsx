import { useEffect, useState } from 'react'
import { useStableCallback } from '../../components/use-stable-callback'
import { whenShown } from '../../components/when-shown'

const DropVeil = whenShown(() => import('./drop-veil'), 'DropVeil')

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false
}

/** Returns whether a file is dragged over the window; handles the drop. */
function useFileDrop(onDrop: (files: readonly File[]) => void): boolean {
  const [isOver, setOver] = useState(false)
  const take = useStableCallback(onDrop)
  useEffect(() => {
    function over(event: DragEvent) {
      if (!hasFiles(event)) return
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
      setOver(true)
    }
    function leave(event: DragEvent) {
      // `relatedTarget` is null only where the pointer leaves the window.
      if (!event.relatedTarget) setOver(false)
    }
    function drop(event: DragEvent) {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(false)
      take([...(event.dataTransfer?.files ?? [])])
    }
    window.addEventListener('dragenter', over)
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragenter', over)
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [take])
  return isOver
}

/** The whole window accepts dropped files, and says so during the drag. */
export function DropTarget({ onDrop }: { onDrop: (files: readonly File[]) => void }) {
  return useFileDrop(onDrop) ? <DropVeil /> : null
}
