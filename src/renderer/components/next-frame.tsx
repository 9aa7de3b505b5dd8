import { type ComponentType, useEffect, useState } from 'react'

/** Runs after the next frame is painted. A hidden window has no frames, and runs it at once. */
export function afterNextFrame(act: () => void): void {
  if (document.hidden) act()
  else requestAnimationFrame(() => setTimeout(act))
}

/** A part of the window that comes with the frame after the first: what a user waits for is painted without it. */
export function inNextFrame<P extends object>(Part: ComponentType<P>): ComponentType<P> {
  return (props) => {
    const isPainted = useIsPainted()
    return isPainted ? <Part {...props} /> : null
  }
}

function useIsPainted(): boolean {
  const [isPainted, setPainted] = useState(false)
  useEffect(() => {
    let isWanted = true
    afterNextFrame(() => {
      if (isWanted) setPainted(true)
    })
    return () => {
      isWanted = false
    }
  }, [])
  return isPainted
}
