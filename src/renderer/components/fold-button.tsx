import { ActionButton } from '@react-spectrum/s2/ActionButton'
import ChevronDown from '@react-spectrum/s2/icons/ChevronDown'
import ChevronRight from '@react-spectrum/s2/icons/ChevronRight'
import ChevronUp from '@react-spectrum/s2/icons/ChevronUp'
import { memo } from 'react'

type Props = {
  label: string
  isOpen: boolean
  /** Where the chevron points while collapsed. */
  closed: 'up' | 'right'
  onPress: () => void
}

/** Expands and collapses what is beside it. Memoized: it is the same for every asset. */
export const FoldButton = memo(({ label, isOpen, closed, onPress }: Props) => {
  const Closed = closed === 'up' ? ChevronUp : ChevronRight
  return (
    <ActionButton size="XS" isQuiet aria-label={label} aria-expanded={isOpen} onPress={onPress}>
      {isOpen ? <ChevronDown /> : <Closed />}
    </ActionButton>
  )
})
