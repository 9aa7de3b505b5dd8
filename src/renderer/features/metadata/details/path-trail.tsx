import { ShownText } from '../../../components/text/shown-text'
import { useMessages } from '../../../language/messages'
import { pathOf } from '../../../model/document/json-pointer'
import messages from '../messages/en.json'
import { cellOf, type DisplayRows } from '../rows/display-rows'
import { nameOfNamespace } from '../rows/group-names'

/** More steps than these are left out in the middle. */
const stepsAtStart = 3
const stepsAtEnd = 4
const stepCharacters = 80

/** The keys from the document down to the row. */
export function PathTrail({ display, id }: { display: DisplayRows; id: number }) {
  const say = useMessages(messages)
  const source = cellOf(display.source, id)
  const meaning = display.meanings.get(id)
  if (meaning) return <Trail steps={[say(`meaning.${meaning}`)]} />
  if (source < 0) {
    const prefix = display.namespaces.get(id) ?? null
    const name = prefix === null ? say('namespace.none') : nameOfNamespace(prefix, say)
    return <Trail steps={[prefix, name].filter((step) => step !== null)} />
  }
  const path = pathOf(display.document, source)
  return (
    <Trail
      steps={path.map((step) => {
        if (typeof step === 'number') return say('row.item', { number: step + 1 })
        return step === '' ? say('row.emptyKey') : step
      })}
    />
  )
}

function Trail({ steps }: { steps: readonly string[] }) {
  const say = useMessages(messages)
  const left = Math.max(0, steps.length - stepsAtStart - stepsAtEnd)
  const shown = steps
    .map((text, depth) => ({ text, depth }))
    .filter(({ depth }) => left === 0 || depth < stepsAtStart || depth >= stepsAtStart + left)
  return (
    <ol className="tree-path" aria-label={say('detail.path')}>
      {shown.map(({ text, depth }) => (
        <li key={depth}>
          {left > 0 && depth === stepsAtStart + left ? <span className="tree-quiet">… </span> : null}
          <ShownText text={text.slice(0, stepCharacters)} isCut={text.length > stepCharacters} maxParts={6} />
        </li>
      ))}
    </ol>
  )
}
