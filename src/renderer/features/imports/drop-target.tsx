import { useEffect, useState } from 'react'
import { useStableCallback } from '../../components/use-stable-callback'
import { whenShown } from '../../components/when-shown'

const DropVeil = whenShown(() => import('./drop-veil'), 'DropVeil')

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false
}

/** Text over a field that takes it by itself is none of ours. */
function hasText({ target, dataTransfer }: DragEvent): boolean {
  const isOverField = target instanceof Element && target.closest('input, textarea, [contenteditable]')
  return !isOverField && (dataTransfer?.types.some((type) => type.startsWith('text/')) ?? false)
}

function textOf({ dataTransfer }: DragEvent): string {
  return dataTransfer?.getData('text/plain') || dataTransfer?.getData('text/uri-list') || ''
}

type DropTargetProps = {
  onDropFiles: (files: readonly File[]) => void
  /** Null where the window has no use for a text. */
  onDropText: ((text: string) => void) | null
}

/** Returns whether a file is dragged over the window; handles the drop. */
function useDrop({ onDropFiles, onDropText }: DropTargetProps): boolean {
  const [isOver, setOver] = useState(false)
  const takeFiles = useStableCallback(onDropFiles)
  const takesText = onDropText !== null
  const takeText = useStableCallback((text: string) => onDropText?.(text))
  useEffect(() => {
    // What is dragged out of this window is not for this window.
    let isOwn = false
    function isWanted(event: DragEvent): boolean {
      return !isOwn && (hasFiles(event) || (takesText && hasText(event)))
    }
    function over(event: DragEvent) {
      if (!isWanted(event)) return
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
      setOver(hasFiles(event))
    }
    function drop(event: DragEvent) {
      setOver(false)
      if (!isWanted(event)) return
      event.preventDefault()
      if (hasFiles(event)) takeFiles([...(event.dataTransfer?.files ?? [])])
      else takeText(textOf(event))
    }
    const listeners = {
      dragstart: () => {
        isOwn = true
      },
      dragend: () => {
        isOwn = false
      },
      dragenter: over,
      dragover: over,
      // `relatedTarget` is null only where the pointer leaves the window.
      dragleave: (event: DragEvent) => {
        if (!event.relatedTarget) setOver(false)
      },
      drop,
    }
    const entries = Object.entries(listeners) as [string, (event: Event) => void][]
    for (const [name, listen] of entries) window.addEventListener(name, listen)
    return () => {
      for (const [name, listen] of entries) window.removeEventListener(name, listen)
    }
  }, [takeFiles, takeText, takesText])
  return isOver
}

/** The whole window accepts dropped files, and says so during the drag; where assets are asked for, it also takes a text. */
export function DropTarget(props: DropTargetProps) {
  return useDrop(props) ? <DropVeil takesAssets={props.onDropText !== null} /> : null
}
