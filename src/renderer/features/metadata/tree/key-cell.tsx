import type { SayFrom } from '../../../../words/language/say-in'
import { ShownText } from '../../../components/text/shown-text'
import { useMessages } from '../../../language/messages'
import { keyOf, keyStartOf } from '../../../model/document/document'
import messages from '../messages/en.json'
import { cellOf, type DisplayRows, heading } from '../rows/display-rows'
import type { CountSameKey } from '../rows/duplicate-keys'
import { nameOfNamespace } from '../rows/group-names'
import { itemLabelOf } from '../rows/item-label'
import { excerptOf } from './excerpt'

type Props = { display: DisplayRows; id: number; countSameKey: CountSameKey; needle: string }

const keyCharacters = 300

/** What a row is called: the name of a section or namespace, a key, the number of a list item. */
export function KeyCell({ display, id, countSameKey, needle }: Props) {
  const say = useMessages(messages)
  const source = cellOf(display.source, id)
  const kind = display.heading[id]
  if (kind === heading.namespace) return <NamespaceName prefix={display.namespaces.get(id) ?? null} />
  if (kind === heading.meaning)
    return <span className="tree-name">{say(`meaning.${display.meanings.get(id) ?? 'other'}`)}</span>
  const sameKey = countSameKey(id)
  return (
    <>
      {kind === heading.section ? (
        <span className="tree-name">{nameOfSection(keyOf(display.document, source) ?? '', say)}</span>
      ) : (
        <FieldName display={display} id={id} needle={needle} />
      )}
      {sameKey > 1 ? <span className="tree-flag">{say('row.duplicate', { count: sameKey })}</span> : null}
    </>
  )
}

/** The name of a section by the key that AEM gives it. */
export function nameOfSection(key: string, say: SayFrom<typeof messages>): string {
  if (key === 'folderMetadata') return say('section.folderMetadata')
  if (key === 'collectionMetadata') return say('section.collectionMetadata')
  return key === 'repositoryMetadata' ? say('section.repositoryMetadata') : say('section.assetMetadata')
}

function NamespaceName({ prefix }: { prefix: string | null }) {
  const say = useMessages(messages)
  if (prefix === null) return <span className="tree-name">{say('namespace.none')}</span>
  const name = nameOfNamespace(prefix, say)
  return (
    <>
      <span className="tree-name">
        <ShownText {...excerptOf({ text: prefix, isCut: false }, '')} />
      </span>
      {name ? <span className="tree-quiet">{name}</span> : null}
    </>
  )
}

function FieldName({ display, id, needle }: Omit<Props, 'countSameKey'>) {
  const say = useMessages(messages)
  const key = keyStartOf(display.document, cellOf(display.source, id), keyCharacters)
  if (key?.text === '') return <span className="tree-quiet tree-empty">{say('row.emptyKey')}</span>
  if (key) {
    return (
      <span className="tree-field">
        <ShownText {...key} needle={needle} />
      </span>
    )
  }
  const source = cellOf(display.source, id)
  if (source === 0) return <span className="tree-quiet">{say('row.document')}</span>
  const label = itemLabelOf(display.document, source)
  return (
    <>
      <span className="tree-quiet">{say('row.item', { number: cellOf(display.position, id) + 1 })}</span>
      {label ? (
        <span className="tree-item-label">
          <ShownText {...label} maxParts={4} />
        </span>
      ) : null}
    </>
  )
}
