import { ActionButton } from '@react-spectrum/s2/ActionButton'
import ChevronDown from '@react-spectrum/s2/icons/ChevronDown'
import ChevronUp from '@react-spectrum/s2/icons/ChevronUp'
import Delete from '@react-spectrum/s2/icons/Delete'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { Text } from '@react-spectrum/s2/Text'
import { useState } from 'react'
import type { Edit, FieldPath } from '../../../shared/edit'
import { childRows, rowParent, rowPosition } from '../../../shared/metadata-rows'
import { useMessages } from '../../language/messages'
import { keyOf, kindOf, type MetadataDocument, valueTokenOf } from '../../model/document/document'
import { pathOf, rowAtPath } from '../../model/document/json-pointer'
import type { Glossary } from '../../model/glossary/glossary'
import { AddField } from './add-field'
import { nameOfPath } from './changes-table'
import { convertValue, emptyValues } from './json-text'
import { KindPicker } from './kind-picker'
import messages from './messages/en.json'
import { RenameField } from './rename-field'
import { ValueEditor } from './value-editor'
import './edit.css'

const line = style({ display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: 8 })
const title = style({ font: 'title-sm', margin: 0, overflowWrap: 'anywhere' })
const words = style({ font: 'ui-sm', color: 'neutral-subdued', margin: 0 })

export type RowEditorProps = {
  document: MetadataDocument
  /** null for the heading of a group. */
  row: number | null
  glossary: Glossary | null
  /** Makes an edit, and shows what it is about. */
  onEdit: (edit: Edit, shown: FieldPath) => void
}

/** The editor of the active row: its value, its type, its name, and what can be added or taken away there. */
export function RowEditor({ document, row, glossary, onEdit }: RowEditorProps) {
  const say = useMessages(messages)
  const place = row === null ? null : placeOf(document, row)
  if (row === null || place === null) return <GroupEditor {...{ document, glossary, onEdit }} />
  if (place.kind !== 'field') return <Refused words={say(`row.${place.kind}`)} />
  return (
    <FieldEditor
      key={JSON.stringify(place.path)}
      {...{ document, row, glossary, onEdit }}
      path={place.path}
    />
  )
}

function Refused({ words: text }: { words: string }) {
  return (
    <section className="edit-row">
      <p className={words}>{text}</p>
    </section>
  )
}

/** A group of fields is none itself; what is added there is a field of the asset. */
function GroupEditor({ document, glossary, onEdit }: Omit<RowEditorProps, 'row'>) {
  const say = useMessages(messages)
  const root = rowAtPath(document, ['assetMetadata'])
  return (
    <section className="edit-row" data-editor>
      <p className={words}>{say('row.none')}</p>
      <div className={line}>
        <AddField
          glossary={glossary}
          taken={[...childRows(document.rows, root)].map((child) => keyOf(document, child) ?? '')}
          place={null}
          onAdd={(key, value) => onEdit({ kind: 'add', path: [key], value }, [key])}
        />
      </div>
    </section>
  )
}

type Place = { kind: 'field'; path: FieldPath } | { kind: 'repository' | 'outside' | 'twin' }

function placeOf(document: MetadataDocument, row: number): Place {
  const [section, ...path] = pathOf(document, row)
  if (section === 'repositoryMetadata') return { kind: 'repository' }
  if (section !== 'assetMetadata') return { kind: 'outside' }
  return hasTwin(document, row) ? { kind: 'twin' } : { kind: 'field', path }
}

function hasTwin(document: MetadataDocument, row: number): boolean {
  const key = keyOf(document, row)
  if (key === null) return false
  for (const other of childRows(document.rows, rowParent(document.rows, row))) {
    if (other !== row && keyOf(document, other) === key) return true
  }
  return false
}

type FieldProps = Omit<RowEditorProps, 'row'> & { row: number; path: FieldPath }

function FieldEditor({ document, row, path, glossary, onEdit }: FieldProps) {
  const say = useMessages(messages)
  const [isRenaming, setRenaming] = useState(false)
  const kind = kindOf(document, row)
  const token = valueTokenOf(document, row)
  const children = [...childRows(document.rows, row)]
  const isRoot = path.length === 0
  const parent = rowParent(document.rows, row)
  const isItem = kindOf(document, parent) === 'array'
  const name = isRoot ? 'assetMetadata' : nameOfPath(path)
  return (
    <section className="edit-row" aria-label={say('row.label', { name })} data-editor>
      <div className={line}>
        <p className={title}>
          <bdi>{name}</bdi>
        </p>
        {isRoot ? null : (
          <KindPicker
            kind={kind}
            onChange={(to) =>
              onEdit({ kind: 'set', path, value: convertValue(token, kind, to), continues: false }, path)
            }
          />
        )}
        {isItem ? (
          <ItemMoves
            {...{ path, onEdit }}
            count={[...childRows(document.rows, parent)].length}
            at={rowPosition(document.rows, row)}
          />
        ) : null}
        {isRoot || isItem ? null : (
          <ActionButton size="S" isQuiet onPress={() => setRenaming(!isRenaming)}>
            {say('field.rename')}
          </ActionButton>
        )}
        {isRoot ? null : (
          <ActionButton size="S" isQuiet onPress={() => onEdit({ kind: 'remove', path }, path.slice(0, -1))}>
            <Delete />
            <Text>{say('field.remove')}</Text>
          </ActionButton>
        )}
        {kind === 'array' ? (
          <ActionButton
            size="S"
            onPress={() => {
              const last = children.at(-1)
              const value = emptyValues[last === undefined ? 'string' : kindOf(document, last)]
              const item = [...path, children.length]
              onEdit({ kind: 'add', path: item, value }, item)
            }}
          >
            {say('item.add')}
          </ActionButton>
        ) : null}
        {kind === 'object' ? (
          <AddField
            glossary={isRoot ? glossary : null}
            taken={children.map((child) => keyOf(document, child) ?? '')}
            place={isRoot ? null : name}
            onAdd={(key, value) => onEdit({ kind: 'add', path: [...path, key], value }, [...path, key])}
          />
        ) : null}
      </div>
      {isRenaming ? (
        <RenameField
          name={String(path.at(-1))}
          taken={[...childRows(document.rows, parent)].map((other) => keyOf(document, other))}
          onCancel={() => setRenaming(false)}
          onRename={(key) => {
            setRenaming(false)
            onEdit({ kind: 'rename', path, key }, [...path.slice(0, -1), key])
          }}
        />
      ) : null}
      <ValueEditor
        key={kind}
        {...{ kind, token }}
        childCount={children.length}
        onSet={(value, continues) => onEdit({ kind: 'set', path, value, continues }, path)}
      />
    </section>
  )
}

type MovesProps = { path: FieldPath; at: number; count: number; onEdit: RowEditorProps['onEdit'] }

function ItemMoves({ path, at, count, onEdit }: MovesProps) {
  const say = useMessages(messages)
  function move(to: number) {
    onEdit({ kind: 'move', path, to }, [...path.slice(0, -1), to])
  }
  return (
    <>
      <ActionButton
        size="S"
        isQuiet
        isDisabled={at === 0}
        aria-label={say('item.up')}
        onPress={() => move(at - 1)}
      >
        <ChevronUp />
      </ActionButton>
      <ActionButton
        size="S"
        isQuiet
        isDisabled={at === count - 1}
        aria-label={say('item.down')}
        onPress={() => move(at + 1)}
      >
        <ChevronDown />
      </ActionButton>
    </>
  )
}
