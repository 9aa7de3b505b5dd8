import { createContext } from 'react'
import type { Density } from '../../shared/settings'

/** How close together rows stand, as the user has chosen. */
export const ChosenDensity = createContext<Density>('comfortable')
