import { useCallback, useLayoutEffect, useRef } from 'react'

/** Returns one function that always calls the latest `callback`, for memoized components. */
export function useStableCallback<A extends unknown[], R>(callback: (...args: A) => R): (...args: A) => R {
  const latest = useRef(callback)
  useLayoutEffect(() => {
    latest.current = callback
  })
  return useCallback((...args: A) => latest.current(...args), [])
}
