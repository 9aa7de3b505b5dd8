import { ActionButton } from '@react-spectrum/s2/ActionButton'
import Filter from '@react-spectrum/s2/icons/Filter'
import {
  Header,
  Heading,
  Keyboard,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Text,
} from '@react-spectrum/s2/Menu'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useRef } from 'react'
import { useMessages } from '../../../language/messages'
import messages from '../messages/en.json'
import { stateNames, typeNames } from '../search/filter-query'

type Props = {
  /** An operator of the filter, such as `type:date`. */
  onAdd: (operator: string) => void
  /** Called after that, once the menu has closed. */
  onAdded: () => void
}

/** What else the filter understands: puts an operator into the field, so that it is learned by seeing it. */
export function FilterMenu({ onAdd, onAdded }: Props) {
  const say = useMessages(messages)
  const hasAdded = useRef(false)
  function add(operator: string) {
    hasAdded.current = true
    onAdd(operator)
  }
  /** A closing menu returns the focus to its button, even where it has moved on. */
  function passFocusOn() {
    if (hasAdded.current) onAdded()
    hasAdded.current = false
  }
  function item(operator: string, words: string, help?: string) {
    return (
      <MenuItem key={operator} id={operator} textValue={words}>
        <Text slot="label">{words}</Text>
        {help ? <Text slot="description">{help}</Text> : null}
        <Keyboard styles={style({ font: 'ui-sm' })}>{operator}</Keyboard>
      </MenuItem>
    )
  }
  function heading(words: string) {
    return (
      <Header>
        <Heading>{words}</Heading>
      </Header>
    )
  }
  return (
    <MenuTrigger>
      <ActionButton size="S" aria-label={say('filter.menu')} onFocus={passFocusOn}>
        <Filter />
      </ActionButton>
      <Menu size="S" onAction={(operator) => add(String(operator))}>
        <MenuSection>
          {heading(say('filter.where'))}
          {item('key:', say('filter.key'))}
          {item('value:', say('filter.value'))}
          {item('missing:', say('filter.missing'), say('filter.missing.help'))}
        </MenuSection>
        <MenuSection>
          {heading(say('filter.state'))}
          {item('is:missing', say('filter.is.missing'), say('filter.is.missing.help'))}
          {stateNames.map((name) => item(`is:${name}`, say(`filter.is.${name}`)))}
        </MenuSection>
        <MenuSection>
          {heading(say('filter.type'))}
          {typeNames.map((name) => item(`type:${name}`, say(`filter.type.${name}`)))}
        </MenuSection>
      </Menu>
    </MenuTrigger>
  )
}
