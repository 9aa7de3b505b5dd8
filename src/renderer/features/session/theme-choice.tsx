import { SegmentedControl, SegmentedControlItem } from '@react-spectrum/s2/SegmentedControl'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { memo } from 'react'
import { type Theme, themes } from '../../../shared/session'
import { useMessages } from '../../language/messages'
import messages from './messages/en.json'
import { useRemember } from './session-queries'

/** System, light or dark; stored at once. */
export const ThemeChoice = memo(({ theme }: { theme: Theme }) => {
  const say = useMessages(messages)
  const remember = useRemember()
  function choose(chosen: unknown) {
    const known = themes.find((candidate) => candidate === chosen)
    if (known) remember({ theme: known })
  }
  return (
    <SegmentedControl
      aria-label={say('theme.label')}
      selectedKey={theme}
      onSelectionChange={choose}
      isJustified
      styles={style({ width: 'full' })}
    >
      {themes.map((choice) => (
        <SegmentedControlItem key={choice} id={choice}>
          {say(`theme.${choice}`)}
        </SegmentedControlItem>
      ))}
    </SegmentedControl>
  )
})
