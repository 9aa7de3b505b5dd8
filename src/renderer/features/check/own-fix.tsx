import { createContext, type ReactNode, useContext } from 'react'
import type { AppError } from '../../../shared/result'

/** What the user can do about a finding where it is shown; nothing unless a page says so. */
export const OwnFixes = createContext<(error: AppError) => ReactNode>(() => null)

export function OwnFix({ error }: { error: AppError }) {
  return useContext(OwnFixes)(error)
}
