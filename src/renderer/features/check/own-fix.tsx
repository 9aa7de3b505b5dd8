import { createContext, type ReactNode, useContext } from 'react'
import type { AppError } from '../../../shared/result'

/** A finding, or that the update test was not sent because changes are locked. */
export type Fixable = AppError | 'changes-locked'

/** What the user can do about a finding where it is shown; nothing unless a page says so. */
export const OwnFixes = createContext<(finding: Fixable) => ReactNode>(() => null)

export function OwnFix({ finding }: { finding: Fixable }) {
  return useContext(OwnFixes)(finding)
}
