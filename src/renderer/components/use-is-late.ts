import { useEffect, useState } from 'react'

/** True once something goes on for so long that it should be told of; what ends before need not flash up. */
export function useIsLate(goesOn: boolean, afterMs: number): boolean {
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    if (!goesOn) return
    const timer = setTimeout(() => setLate(true), afterMs)
    return () => {
      clearTimeout(timer)
      setLate(false)
    }
  }, [goesOn, afterMs])
  return goesOn && isLate
}
