import { Autocomplete } from '@react-spectrum/s2/Autocomplete'
import { CustomDialog } from '@react-spectrum/s2/CustomDialog'
import { DialogContainer } from '@react-spectrum/s2/Dialog'
import { Header, Heading, Keyboard, Menu, MenuItem, MenuSection, Text } from '@react-spectrum/s2/Menu'
import { SearchField } from '@react-spectrum/s2/SearchField'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useEffect, useState } from 'react'
import { fold } from '../../components/text/fold'
import { useMessages } from '../../language/messages'
import messages from './messages/en.json'

export type PaletteEntry = {
  id: string
  label: string
  detail?: string
  keys?: string
  run: () => void
}
export type PaletteGroup = { id: string; heading: string; entries: readonly PaletteEntry[] }

const column = style({
  display: 'flex',
  flexDirection: 'column',
  rowGap: 8,
  padding: 12,
  boxSizing: 'border-box',
  width: 560,
  maxWidth: 'full',
  height: '[min(480px, calc(90vh - 16px))]',
})
const list = style({ flexGrow: 1, minHeight: 0, overflowY: 'auto' })
const nothing = style({ font: 'body-sm', color: 'neutral-subdued', padding: 12 })

export type CommandPaletteProps = {
  groups: readonly PaletteGroup[]
  /** What was typed before this was there; asked for once. */
  takeEarlyKeys: () => string
  onClose: () => void
}

/** Everything that can be done or opened, found by typing. */
export function CommandPalette({ groups, takeEarlyKeys, onClose }: CommandPaletteProps) {
  const say = useMessages(messages)
  const [typed, setTyped] = useState('')
  useEffect(() => {
    const early = takeEarlyKeys()
    if (early !== '') setTyped(early)
  }, [takeEarlyKeys])
  const entries = groups.flatMap((group) => group.entries)
  const found = groups
    .map((group) => ({ ...group, entries: group.entries.filter((entry) => isFound(entry, typed)) }))
    .filter((group) => group.entries.length > 0)
  function choose(id: string) {
    onClose()
    entries.find((entry) => entry.id === id)?.run()
  }
  return (
    <DialogContainer onDismiss={onClose}>
      <CustomDialog aria-label={say('title')} padding="none" size="S" isDismissible>
        <div className={column}>
          <Autocomplete inputValue={typed} onInputChange={setTyped}>
            <SearchField
              autoFocus
              aria-label={say('title')}
              placeholder={say('placeholder')}
              styles={style({ width: 'full', flexShrink: 0 })}
            />
            {found.length === 0 ? (
              <p role="status" className={nothing}>
                {say('none')}
              </p>
            ) : (
              // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard.
              <section className={list} tabIndex={0} aria-label={say('found')}>
                <Menu aria-label={say('title')} onAction={(key) => choose(String(key))}>
                  {found.map(({ id: groupId, heading, entries: shown }) => (
                    <MenuSection key={groupId}>
                      <Header>
                        <Heading>{heading}</Heading>
                      </Header>
                      {shown.map(({ id, label, detail, keys }) => (
                        <MenuItem key={id} id={id} textValue={label}>
                          <Text slot="label">{label}</Text>
                          {detail === undefined ? null : <Text slot="description">{detail}</Text>}
                          {keys === undefined ? null : <Keyboard>{keys}</Keyboard>}
                        </MenuItem>
                      ))}
                    </MenuSection>
                  ))}
                </Menu>
              </section>
            )}
          </Autocomplete>
        </div>
      </CustomDialog>
    </DialogContainer>
  )
}

/** Whether every word stands in the entry, whatever case or accents. */
function isFound({ label, detail = '' }: PaletteEntry, typed: string): boolean {
  const text = fold(`${label}\n${detail}`)
  return fold(typed)
    .split(/\s+/)
    .every((word) => text.includes(word))
}
