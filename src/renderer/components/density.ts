import { createContext, useContext } from 'react'
import type { Density } from '../../shared/settings'

/** How close together rows stand, as the user has chosen. */
export const ChosenDensity = createContext<Density>('comfortable')

/** In pixels. */
const rowHeights = {
  comfortable: { oneLine: 28, twoLines: 44 },
  compact: { oneLine: 22, twoLines: 38 },
} as const

/** How high the rows of windowed lists are, which are counted before they are laid out. */
export function useRowHeights() {
  return rowHeights[useContext(ChosenDensity)]
}
