import { createContext, useContext } from 'react'
import type { Density } from '../../shared/settings'

/** How close together rows are, as the user has chosen. */
export const ChosenDensity = createContext<Density>('comfortable')

/** In pixels. */
const rowHeights = {
  comfortable: { oneLine: 28, twoLines: 44 },
  compact: { oneLine: 22, twoLines: 38 },
} as const

/** Row heights of virtualized lists, which need them before layout. */
export function useRowHeights() {
  return rowHeights[useContext(ChosenDensity)]
}
