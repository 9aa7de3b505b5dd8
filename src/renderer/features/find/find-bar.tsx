import { ActionButton } from '@react-spectrum/s2/ActionButton'
import { Button } from '@react-spectrum/s2/Button'
import Filter from '@react-spectrum/s2/icons/Filter'
import Folder from '@react-spectrum/s2/icons/Folder'
import { SearchField } from '@react-spectrum/s2/SearchField'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { Text } from '@react-spectrum/s2/Text'
import { type ClipboardEvent, type ComponentRef, type FormEvent, useRef } from 'react'
import { longestAssetText } from '../../../shared/asset-reference'
import { useShortcuts } from '../../components/shortcuts'
import { useMessages } from '../../language/messages'
import messages from './messages/en.json'

const bar = style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8, flexShrink: 0 })

export type FindBarProps = {
  text: string
  filterCount: number
  areFiltersShown: boolean
  areFoldersShown: boolean
  onChange: (text: string, pasted: string | null) => void
  onFind: () => void
  onToggleFilters: () => void
  onToggleFolders: () => void
}

/** What to find, and what else bears on it. */
export function FindBar(props: FindBarProps) {
  const { text, filterCount, areFiltersShown, areFoldersShown, onChange, onFind } = props
  const say = useMessages(messages)
  const field = useRef<ComponentRef<typeof SearchField>>(null)
  useShortcuts({
    'mod+enter': onFind,
    'mod+l': () => {
      field.current?.focus()
      field.current?.select()
    },
  })
  /** A list keeps its lines, though the field shows them as one. */
  function pasteLines(event: ClipboardEvent) {
    const pasted = event.clipboardData.getData('text/plain')
    if (pasted.length <= longestAssetText && !/[\r\n\t]/.test(pasted.trim())) return
    event.preventDefault()
    if (pasted.length > longestAssetText) return
    onChange(pasted.trim().replace(/\s+/g, ' '), pasted)
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    onFind()
  }
  return (
    <form className={bar} noValidate onSubmit={submit} onPaste={pasteLines}>
      <SearchField
        ref={field}
        aria-label={say('label')}
        placeholder={say('placeholder')}
        value={text}
        onChange={(changed) => onChange(changed, null)}
        autoFocus
        styles={style({ flexGrow: 1, flexShrink: 1, flexBasis: 240, minWidth: 200 })}
      />
      <Button type="submit" variant="accent">
        {say('find')}
      </Button>
      <ActionButton aria-expanded={areFiltersShown} onPress={props.onToggleFilters}>
        <Filter />
        <Text>{say('filters', { count: filterCount })}</Text>
      </ActionButton>
      <ActionButton aria-expanded={areFoldersShown} onPress={props.onToggleFolders}>
        <Folder />
        <Text>{say('folders')}</Text>
      </ActionButton>
    </form>
  )
}
