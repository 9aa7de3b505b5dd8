import { createContext, useContext } from 'react'

/** Tells in one line what was done, with a button that undoes it. */
export type OfferUndo = (text: string, undo: () => void) => void

/** The window that a part stands in shows the line: the part itself may be gone by then. */
export const OfferUndoContext = createContext<OfferUndo>(() => undefined)

export function useOfferUndo(): OfferUndo {
  return useContext(OfferUndoContext)
}
