import { ShownText } from '../../../components/text/shown-text'
import { useNow } from '../../../components/timers'
import type { Glossary } from '../../../model/glossary/glossary'
import { keyFor } from '../../../model/values/field-value'
import { cellOf, type DisplayRows, heading } from '../rows/display-rows'
import { useValueMeaning } from '../tree/use-value-meaning'
import { Swatch } from '../tree/value-cell'

type Props = { display: DisplayRows; id: number; glossary: Glossary | null }

const relativeTimesAgeMs = 30_000

/** What a field is, and what its value means: each on a line, and only where something is known. */
export function MeaningLines({ display, id, glossary }: Props) {
  const now = useNow(relativeTimesAgeMs)
  const { value, words } = useValueMeaning(display, id)
  const told = words.flatMap(({ long, isProblem }) => long(now).map((text) => ({ text, isProblem })))
  return (
    <div className="tree-meanings">
      <FieldMeaning display={display} id={id} glossary={glossary} />
      {told.length === 0 ? null : (
        <p className="tree-meaning tree-told">
          {value?.type === 'color' ? <Swatch color={value} /> : null}
          {told.map(({ text, isProblem }) => (
            <span key={text} className={isProblem ? 'tree-flag' : undefined}>
              {text}
            </span>
          ))}
        </p>
      )}
    </div>
  )
}

function FieldMeaning({ display, id, glossary }: Props) {
  if (!glossary) return null
  if (display.heading[id] !== heading.none) {
    const standard = glossary.standardOf(display.namespaces.get(id) ?? '')
    return standard ? <p className="tree-meaning">{standard}</p> : null
  }
  const key = keyFor(display.document, cellOf(display.source, id))
  const entry = glossary.find(key)
  if (!entry) return null
  const { name, meaning, standard } = entry
  return (
    <p className="tree-meaning">
      <b>
        <ShownText text={name} />
      </b>{' '}
      <bdi>{meaning}</bdi>
      <bdi className="tree-standard">{standard}</bdi>
    </p>
  )
}
