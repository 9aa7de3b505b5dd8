import { hexOf } from '../../../model/values/value-words'

/** A colour as a small field of it; the words beside it say the same. */
export function Swatch({ color }: { color: { red: number; green: number; blue: number } }) {
  return <span className="tree-swatch" aria-hidden style={{ backgroundColor: hexOf(color) }} />
}
