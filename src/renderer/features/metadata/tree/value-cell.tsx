import { childRows } from '../../../../shared/metadata-rows'
import type { SayFrom } from '../../../../words/language/say-in'
import { ShownText } from '../../../components/text/shown-text'
import { useMessages } from '../../../language/messages'
import { isContainer, kindOf, type MetadataDocument, valueStartOf } from '../../../model/document/document'
import { hexOf } from '../../../model/values/describe-value'
import messages from '../messages/en.json'
import { excerptOf, rowCharacters } from './excerpt'

type Props = {
  document: MetadataDocument
  row: number
  /** Of the value itself, with what a filter hides. */
  childCount: number
  needle: string
}

/** Where to look for a match to show; the filter itself searches everywhere. */
const searchedCharacters = 100_000
const previewedItems = 8

/** The value of a row on one line. */
export function ValueCell({ document, row, childCount, needle }: Props) {
  const say = useMessages(messages)
  const kind = kindOf(document, row)
  if (kind === 'object' || kind === 'array') {
    return (
      <>
        <span className={childCount === 0 ? 'tree-quiet tree-empty' : 'tree-quiet'}>
          {describeContent(kind, childCount, say)}
        </span>
        {kind === 'array' ? <Preview document={document} row={row} childCount={childCount} /> : null}
      </>
    )
  }
  return <Literal document={document} row={row} needle={needle} />
}

/** Such as “3 fields” or “empty list”. */
export function describeContent(
  kind: 'object' | 'array',
  count: number,
  say: SayFrom<typeof messages>,
): string {
  if (kind === 'object') return count === 0 ? say('row.emptyObject') : say('row.fields', { count })
  return count === 0 ? say('row.emptyList') : say('row.items', { count })
}

function Literal({ document, row, needle }: Omit<Props, 'childCount'>) {
  const say = useMessages(messages)
  const kind = kindOf(document, row)
  const start = valueStartOf(document, row, needle === '' ? rowCharacters : searchedCharacters)
  if (kind === 'string' && start.text === '') {
    return <span className="tree-quiet tree-empty">{say('row.emptyText')}</span>
  }
  const { text, isCut, isCutBefore } = excerptOf(start, needle)
  return (
    <span className={`tree-${kind}${kind === 'string' && looksLikeLiteral(text) ? ' tree-quoted' : ''}`}>
      {isCutBefore ? '…' : null}
      <ShownText text={text} isCut={isCut} needle={needle} />
    </span>
  )
}

/** Text such as "true" or "42", which could be taken for the value of another kind. */
function looksLikeLiteral(text: string): boolean {
  return /^(true|false|null|-?\d+(\.\d+)?([eE][+-]?\d+)?)$/.test(text)
}

/** The items of a short list of plain values. */
function Preview({ document, row, childCount }: Omit<Props, 'needle'>) {
  if (childCount === 0 || childCount > previewedItems) return null
  const items = [...childRows(document.rows, row)]
  if (items.some((item) => isContainer(kindOf(document, item)))) return null
  const share = Math.floor(rowCharacters / items.length)
  return (
    <span className="tree-preview">
      {items.map((item, index) => (
        <span key={item}>
          {index > 0 ? ', ' : null}
          <ShownText {...valueStartOf(document, item, share)} maxParts={3} />
        </span>
      ))}
    </span>
  )
}

/** A sample of a color, which is also named beside it. */
export function Swatch({ color }: { color: { red: number; green: number; blue: number } }) {
  return <span className="tree-swatch" aria-hidden style={{ backgroundColor: hexOf(color) }} />
}
