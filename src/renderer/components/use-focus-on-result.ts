import { type RefObject, useEffect, useRef } from 'react'

type Start = { element: Element | null; text: string | null }

function whereUserIs(): Start {
  const element = document.activeElement
  const isField = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
  return { element, text: isField ? element.value : null }
}

/** Whether the user waits for the result, rather than typing something meanwhile. */
function isWaiting(start: Start): boolean {
  const now = whereUserIs()
  return now.text === null || (now.element === start.element && now.text === start.text)
}

/**
 * Moves the focus to the result of work when it ends: the button that started it is gone, or far from what there is to read.
 */
export function useFocusOnResult<T extends HTMLElement>(isRunning: boolean): RefObject<T | null> {
  const result = useRef<T>(null)
  const start = useRef<Start | null>(null)
  useEffect(() => {
    if (isRunning) {
      start.current = whereUserIs()
      return
    }
    if (start.current && isWaiting(start.current)) result.current?.focus({ preventScroll: true })
    start.current = null
  }, [isRunning])
  return result
}
