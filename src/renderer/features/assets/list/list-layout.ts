import { useSyncExternalStore } from 'react'
import { useChoice } from '../../../components/use-choice'

/** Where the list of assets stands. */
export type ListLayout = {
  isOpen: boolean
  /** Beside the metadata; else above it, as it is while it's hidden. */
  isBeside: boolean
  toggle: () => void
}

/** From this width on, the list fits beside the metadata. */
const wide = window.matchMedia('(min-width: 860px)')

function subscribe(onChange: () => void) {
  wide.addEventListener('change', onChange)
  return () => wide.removeEventListener('change', onChange)
}

export function useListLayout(): ListLayout {
  const isWide = useSyncExternalStore(subscribe, () => wide.matches)
  const [shown, choose] = useChoice('asset-list', ['open', 'closed'], 'open')
  const isOpen = shown === 'open'
  return { isOpen, isBeside: isWide && isOpen, toggle: () => choose(isOpen ? 'closed' : 'open') }
}
