import { ActionButton } from '@react-spectrum/s2/ActionButton'
import ChevronLeft from '@react-spectrum/s2/icons/ChevronLeft'
import ChevronRight from '@react-spectrum/s2/icons/ChevronRight'
import { Menu, MenuItem, MenuTrigger, Text } from '@react-spectrum/s2/Menu'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useMetadataMessages } from './messages'
import { textOf } from './understood-text'
import type { FoundAssets } from './use-works'

const bar = style({
  borderStyle: 'none',
  margin: 0,
  padding: 0,
  display: 'flex',
  alignItems: 'center',
  columnGap: 8,
  minWidth: 0,
})

export type FoundAssetsBarProps = {
  found: FoundAssets
  /** Reads the asset at that place of the list. */
  onTake: (index: number) => void
}

/** The assets of a text that named several: one by one, or any of them by choice. */
export const FoundAssetsBar = ({ found, onTake }: FoundAssetsBarProps) => {
  const say = useMetadataMessages()
  const { references, current: at } = found
  const count = references.length
  return (
    <fieldset aria-label={say('found.label')} className={bar}>
      <ActionButton
        size="S"
        aria-label={say('found.previous')}
        isDisabled={at === null || at === 0}
        onPress={() => onTake((at ?? 0) - 1)}
      >
        <ChevronLeft />
      </ActionButton>
      <MenuTrigger>
        <ActionButton size="S">
          {at === null ? say('found.choose', { count }) : say('found.at', { number: at + 1, count })}
        </ActionButton>
        <Menu
          aria-label={say('found.label')}
          selectionMode="single"
          selectedKeys={at === null ? [] : [String(at)]}
          onAction={(key) => onTake(Number(key))}
        >
          {references.map((reference, index) => (
            <MenuItem
              // biome-ignore lint/suspicious/noArrayIndexKey: The place in the list is what is chosen; the list never changes.
              key={index}
              id={String(index)}
              textValue={textOf(reference)}
            >
              <Text slot="label">
                <bdi>{textOf(reference)}</bdi>
              </Text>
              {reference.bucket === null ? null : <Text slot="description">{reference.bucket}</Text>}
            </MenuItem>
          ))}
        </Menu>
      </MenuTrigger>
      <ActionButton
        size="S"
        aria-label={say('found.next')}
        isDisabled={at === count - 1}
        onPress={() => onTake(at === null ? 0 : at + 1)}
      >
        <ChevronRight />
      </ActionButton>
    </fieldset>
  )
}
