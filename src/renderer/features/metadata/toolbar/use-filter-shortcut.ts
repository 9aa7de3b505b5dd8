import { type RefObject, useEffect, useEffectEvent } from 'react'

/** Handles Ctrl+F, Cmd+F and, outside of text fields, `/` while the element is reachable. */
export function useFilterShortcut(element: RefObject<HTMLElement | null>, onFind: () => void): void {
  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    const isFind = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'f'
    const isSlash = event.key === '/' && !event.ctrlKey && !event.metaKey && !isInTextField(event.target)
    if ((!isFind && !isSlash) || event.defaultPrevented || isOutOfReach(element.current)) return
    event.preventDefault()
    onFind()
  })
  useEffect(() => {
    function listen(event: KeyboardEvent) {
      return handleKey(event)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}

function isInTextField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  )
}

/** Behind a dialog or on a page that is not shown. */
function isOutOfReach(element: HTMLElement | null): boolean {
  return element?.closest('[inert], [aria-hidden="true"], [hidden]') !== null
}
