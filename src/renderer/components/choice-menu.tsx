import { ActionButton } from '@react-spectrum/s2/ActionButton'
import { Menu, MenuItem, MenuTrigger } from '@react-spectrum/s2/Menu'
import { Text } from '@react-spectrum/s2/Text'
import type { ReactNode } from 'react'

export type ChoiceMenuProps<T extends string> = {
  label: string
  icon: ReactNode
  size?: 'S' | 'M'
  direction?: 'top' | 'bottom'
  choices: readonly T[]
  nameOf: (choice: T) => string
  describe: (choice: T) => string
  onChoose: (choice: T) => void
}

/** A quiet button with a menu of choices, each with a line about it. */
export function ChoiceMenu<T extends string>(props: ChoiceMenuProps<T>) {
  const { label, icon, size = 'M', direction = 'bottom', choices, nameOf, describe, onChoose } = props
  return (
    <MenuTrigger direction={direction} align="end">
      <ActionButton size={size} isQuiet>
        {icon}
        <Text>{label}</Text>
      </ActionButton>
      <Menu
        onAction={(key) => {
          const choice = choices.find((candidate) => candidate === key)
          if (choice !== undefined) onChoose(choice)
        }}
      >
        {choices.map((choice) => (
          <MenuItem key={choice} id={choice} textValue={nameOf(choice)}>
            <Text slot="label">{nameOf(choice)}</Text>
            <Text slot="description">{describe(choice)}</Text>
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  )
}
