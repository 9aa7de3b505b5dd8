import { useEffect, useRef, useState } from 'react'

/** Typing that rests as long as this is one step. */
const restMs = 300

/**
 * What is typed into a field before it becomes an edit: when typing rests, when the field is left, when it goes, and when the
 * window does. A commit that follows another one of the same field continues it.
 */
export function useTyped(initial: string, commit: (text: string, continues: boolean) => void) {
  const [text, setText] = useState(initial)
  const pending = useRef<{ text: string; timer: number } | null>(null)
  const hasCommitted = useRef(false)
  const latest = useRef(commit)
  useEffect(() => {
    latest.current = commit
  })
  function flush(): void {
    if (pending.current === null) return
    window.clearTimeout(pending.current.timer)
    const { text: typed } = pending.current
    pending.current = null
    latest.current(typed, hasCommitted.current)
    hasCommitted.current = true
  }
  const flushNow = useRef(flush)
  flushNow.current = flush
  useEffect(() => {
    function end() {
      flushNow.current()
    }
    window.addEventListener('pagehide', end)
    return () => {
      window.removeEventListener('pagehide', end)
      end()
    }
  }, [])
  function type(typed: string): void {
    setText(typed)
    if (pending.current !== null) window.clearTimeout(pending.current.timer)
    pending.current = { text: typed, timer: window.setTimeout(flush, restMs) }
  }
  return { text, type, flush }
}
