import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import type { SessionPatch } from '../../../shared/session'
import { unwrap } from '../../desktop/desktop'

/** Long enough not to write a file for each letter, short enough to lose nothing that one would miss. */
const restMs = 300

export function sessionQuery() {
  return queryOptions({ queryKey: ['session'], queryFn: () => unwrap(window.desktop.readSession()) })
}

/** Keeps a change of the session for the next start. When it cannot be kept, nobody needs to be interrupted for that. */
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

/** As `useRemember`, but when typing has paused; at the latest when the window goes away. */
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
