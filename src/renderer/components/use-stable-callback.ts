import { useCallback, useLayoutEffect, useRef } from 'react'

/** The latest `callback` as one function that never changes, for parts that are only drawn again when what they show changes. */
export function useStableCallback<A extends unknown[]>(callback: (...args: A) => void): (...args: A) => void {
  const latest = useRef(callback)
  useLayoutEffect(() => {
    latest.current = callback
  })
  return useCallback((...args: A) => latest.current(...args), [])
}
