import { hexOf } from '../values/value-words'

/** A colour as a small field of it; the words beside it say the same. */
export const Swatch = ({ color }: { color: { red: number; green: number; blue: number } }) => (
  <span className="tree-swatch" aria-hidden style={{ backgroundColor: hexOf(color) }} />
)
