import { ActionButton } from '@react-spectrum/s2/ActionButton'
import type { RefObject } from 'react'
import { ShownText } from '../../components/text/shown-text'
import { showPlainly } from '../../components/text/visible-text'
import { useMessages } from '../../language/messages'
import type { Glossary } from '../../model/glossary/glossary'
import { type CopyText, useCopyText } from './copy/use-copy'
import messages from './messages/en.json'
import { type MissingField, needsSchema } from './search/missing-fields'
import type { MissingReport } from './search/use-missing'
import { nameOfSection } from './tree/key-cell'
import './missing-panel.css'

type Props = {
  report: MissingReport
  glossary: Glossary | null
  /** No row of the tree is left to be shown below. */
  isAlone: boolean
  listRef: RefObject<HTMLUListElement | null>
  onCopy: CopyText
}

/** Fields that were looked for and are absent or empty: an absent one has no row in the tree. */
export function MissingPanel({ report: { asked, fields }, glossary, isAlone, listRef, onCopy }: Props) {
  const say = useMessages(messages)
  const { report: copied, copy } = useCopyText(onCopy)
  function copyList() {
    const lines = fields.map((field) => `${field.key}\t${say(`missing.${stateOf(field)}`)}`)
    void copy(lines.join('\n'), say('missing.copied'))
  }
  return (
    <section
      className={isAlone ? 'tree-missing tree-alone' : 'tree-missing'}
      aria-label={say('missing.label')}
    >
      <div className="tree-missing-head">
        <p>{say('missing.found', { count: fields.length, asked })}</p>
        <div role="status" className="tree-report">
          {copied}
        </div>
        {fields.length === 0 ? null : (
          <ActionButton size="XS" onPress={copyList}>
            {say('missing.copy')}
          </ActionButton>
        )}
      </div>
      {fields.length === 0 ? null : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
        <ul ref={listRef} className="tree-missing-list" tabIndex={0} aria-label={say('missing.list')}>
          {fields.map((field) => (
            <li key={field.key}>
              <MissingLine field={field} glossary={glossary} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function stateOf({ emptyRows }: MissingField): 'absent' | 'empty' {
  return emptyRows.length > 0 ? 'empty' : 'absent'
}

function MissingLine({ field, glossary }: { field: MissingField; glossary: Glossary | null }) {
  const say = useMessages(messages)
  const { key, near } = field
  const entry = glossary?.find(key) ?? null
  const state = stateOf(field)
  return (
    <>
      <span className="tree-missing-key">
        <ShownText text={key} />
      </span>
      <span className="tree-flag">{say(`missing.${state}`)}</span>
      <span className="tree-missing-means">
        {entry ? (
          <>
            <b>{entry.name}</b> <bdi>{entry.meaning}</bdi>{' '}
          </>
        ) : null}
        {state === 'absent' && near ? (
          <span className="tree-near">
            {say('missing.near', {
              key: showPlainly(near.key, 'layout'),
              section: near.section === null ? say('row.document') : nameOfSection(near.section, say),
            })}{' '}
          </span>
        ) : null}
        {state === 'absent' && needsSchema(key) ? <span>{say('missing.schema')}</span> : null}
      </span>
    </>
  )
}
