import { useEffect, useRef } from 'react'

function takesTextItself(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, [contenteditable], [role=dialog], [role=alertdialog]') !== null
  )
}

/** Handles a paste while no field has the focus. */
export function usePaste({
  onText,
  onFiles,
}: {
  onText: (takeText: () => string) => void
  onFiles: (files: readonly File[]) => void
}): void {
  const latest = useRef({ onText, onFiles })
  useEffect(() => {
    latest.current = { onText, onFiles }
  })
  useEffect(() => {
    function paste(event: ClipboardEvent) {
      const { clipboardData } = event
      if (!clipboardData || event.defaultPrevented || takesTextItself(event.target)) return
      event.preventDefault()
      if (clipboardData.files.length > 0) latest.current.onFiles([...clipboardData.files])
      else latest.current.onText(() => clipboardData.getData('text/plain'))
    }
    window.addEventListener('paste', paste)
    return () => window.removeEventListener('paste', paste)
  }, [])
}
