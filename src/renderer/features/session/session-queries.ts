import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import type { SessionPatch } from '../../../shared/session'
import { unwrap } from '../../desktop/desktop'

/** Long enough not to write the file on each keystroke, short enough to lose little in a crash. */
const restMs = 300

export function sessionQuery() {
  return queryOptions({ queryKey: ['session'], queryFn: () => unwrap(window.desktop.readSession()) })
}

/** Stores a change of the session for the next start. A failure to store it is ignored. */
export function useRemember() {
  const client = useQueryClient()
  const { mutate } = useMutation({
    mutationFn: (patch: SessionPatch) => unwrap(window.desktop.rememberSession(patch)),
    onMutate: (patch) =>
      client.setQueryData(sessionQuery().queryKey, (state) => state && { ...state, ...patch }),
  })
  return mutate
}

export type RememberSoon = (patch: SessionPatch) => void

/** Debounced `useRemember`; flushed when the window closes. */
export function useRememberSoon(): RememberSoon {
  const remember = useRemember()
  const waiting = useRef<{ patch: SessionPatch; timer: ReturnType<typeof setTimeout> } | null>(null)
  const flush = useCallback(() => {
    if (!waiting.current) return
    clearTimeout(waiting.current.timer)
    remember(waiting.current.patch)
    waiting.current = null
  }, [remember])

  useEffect(() => {
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [flush])

  return useCallback(
    (patch) => {
      const earlier = waiting.current
      if (earlier) clearTimeout(earlier.timer)
      waiting.current = { patch: { ...earlier?.patch, ...patch }, timer: setTimeout(flush, restMs) }
    },
    [flush],
  )
}
