import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react'
import { useStableCallback } from './use-stable-callback'

const unseen = style({
  position: 'absolute',
  width: '[1px]',
  height: '[1px]',
  overflow: 'hidden',
  whiteSpace: 'nowrap',
})

type Announce = (text: string) => void

const Announcing = createContext<Announce>(() => undefined)

/** Has a text read aloud that is not a part of the page, or that stands where screen readers do not look. */
export function useAnnounce(): Announce {
  return useContext(Announcing)
}

/**
 * The window's own live region. It stands empty from the start: screen readers tell what comes into a region that they know,
 * and often not a region that comes with its text.
 */
export function Announcer({ children }: { children: ReactNode }) {
  const region = useRef<HTMLDivElement>(null)
  const announce = useStableCallback((text: string) => {
    // A new element, so that the same text is told again.
    const line = document.createElement('p')
    line.textContent = text
    region.current?.replaceChildren(line)
  })
  return (
    <Announcing value={announce}>
      {children}
      {/* Open dialogs hide from screen readers what is outside of them, but not what is marked so. */}
      <div ref={region} aria-live="polite" data-live-announcer="true" className={unseen} />
    </Announcing>
  )
}

/** Announces work that goes on, and where it is when it stays there for long; nothing of what is over at once. */
export function useAnnouncedProgress(label: string): void {
  const announce = useAnnounce()
  useEffect(() => {
    const timer = setTimeout(() => announce(label), patienceMs)
    return () => clearTimeout(timer)
  }, [label, announce])
}

const patienceMs = 2_000
