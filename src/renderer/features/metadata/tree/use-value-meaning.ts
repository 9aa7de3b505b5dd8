import { useMemo } from 'react'
import { useFormats } from '../../../language/formats'
import { useMessages } from '../../../language/messages'
import { wholeValueOf } from '../../../model/document/document'
import { describeValue, type ValueDescription } from '../../../model/values/describe-value'
import { type FieldValue, readField } from '../../../model/values/field-value'
import messages from '../../../model/values/messages/en.json'
import { cellOf, type DisplayRows, heading } from '../rows/display-rows'

export type KnownValue = {
  readonly value: FieldValue | null
  /** What the value means, and of a list what kind of list it was in XMP. */
  readonly words: readonly ValueDescription[]
}

const nothing: KnownValue = { value: null, words: [] }

/** What a row's value means beyond its raw text. */
export function useValueMeaning(display: DisplayRows, id: number): KnownValue {
  const say = useMessages(messages)
  const formats = useFormats()
  return useMemo(() => {
    const source = cellOf(display.source, id)
    if (source < 0 || display.heading[id] !== heading.none) return nothing
    const value = readField(display.document, source)
    const listKinds = (display.markers.get(id) ?? []).flatMap((marker) => {
      const word = listWords.get(wholeValueOf(display.document, cellOf(display.source, marker)))
      return word ? [say(word)] : []
    })
    return {
      value,
      words: [
        ...listKinds.map((kind) => ({ short: kind, long: () => [kind], isProblem: false })),
        ...(value ? [describeValue(value, say, formats)] : []),
      ],
    }
  }, [display, id, say, formats])
}

const listWords: ReadonlyMap<string, 'list.alternatives' | 'list.ordered' | 'list.unordered'> = new Map([
  ['rdf:Alt', 'list.alternatives'],
  ['rdf:Seq', 'list.ordered'],
  ['rdf:Bag', 'list.unordered'],
])
