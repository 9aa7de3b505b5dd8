import { ShownText } from '../metadata/shown-text'
import '../metadata/metadata.css'

/** Untrusted text as the tree shows it: hidden characters visible, set apart from its neighbours' direction. */
export function PlainText({ text, isCut = false }: { text: string; isCut?: boolean }) {
  return <ShownText text={text} isCut={isCut} maxParts={200} />
}
