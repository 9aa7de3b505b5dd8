import { ComboBox, ComboBoxItem } from '@react-spectrum/s2/ComboBox'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { Text } from '@react-spectrum/s2/Text'
import { useMemo } from 'react'
import { problemProps } from '../../components/problem-props'
import type { Glossary } from '../../model/glossary/glossary'

export type FieldNameBoxProps = {
  label: string
  description?: string
  name: string
  /** What is wrong with the name, in words. */
  problem: string | null
  /** Suggests names with their meaning; null where no known fields go. */
  glossary: Glossary | null
  /** Names that are not suggested. */
  taken?: readonly string[]
  autoFocus?: boolean
  onChange: (name: string) => void
}

const none: readonly string[] = []

/** The name of a field: a known one, or any other. */
export function FieldNameBox({
  name,
  problem,
  glossary,
  taken = none,
  onChange,
  ...rest
}: FieldNameBoxProps) {
  const suggestions = useMemo(() => {
    const known = glossary?.keys().filter((key) => !taken.includes(key)) ?? []
    return known.map((key) => ({ id: key, meaning: glossary?.nameOf(key) ?? '' }))
  }, [glossary, taken])
  return (
    <ComboBox
      {...rest}
      {...problemProps(problem)}
      size="S"
      allowsCustomValue
      inputValue={name}
      onInputChange={onChange}
      defaultItems={suggestions}
      styles={style({ width: 240, maxWidth: 'full' })}
    >
      {(item) => (
        <ComboBoxItem id={item.id} textValue={item.id}>
          <Text slot="label">{item.id}</Text>
          <Text slot="description">{item.meaning}</Text>
        </ComboBoxItem>
      )}
    </ComboBox>
  )
}
