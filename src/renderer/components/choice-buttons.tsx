import { ToggleButton } from '@react-spectrum/s2/ToggleButton'
import { ToggleButtonGroup } from '@react-spectrum/s2/ToggleButtonGroup'

type Props<T extends string> = {
  label: string
  choices: readonly T[]
  chosen: T
  nameOf: (choice: T) => string
  onChoose: (choice: T) => void
}

/** One of a few, always chosen, as small as the buttons beside it. */
export function ChoiceButtons<T extends string>({ label, choices, chosen, nameOf, onChoose }: Props<T>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      size="S"
      density="compact"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[chosen]}
      onSelectionChange={(keys) => {
        const found = choices.find((choice) => keys.has(choice))
        if (found !== undefined) onChoose(found)
      }}
    >
      {choices.map((choice) => (
        <ToggleButton key={choice} id={choice}>
          {nameOf(choice)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
