import { useSyncExternalStore } from 'react'

/** From here on a list has room beside what it opens; the styles of the page have the same width. */
const wide = window.matchMedia('(min-width: 1100px)')

function subscribe(onChange: () => void) {
  wide.addEventListener('change', onChange)
  return () => wide.removeEventListener('change', onChange)
}

export function useIsWide(): boolean {
  return useSyncExternalStore(subscribe, () => wide.matches)
}
