import { ActionButton } from '@react-spectrum/s2/ActionButton'
import { Menu, MenuItem, MenuTrigger, Text } from '@react-spectrum/s2/Menu'
import { useQuery } from '@tanstack/react-query'
import type { DemoOffer } from '../../../shared/demo'
import { useMessages } from '../../language/messages'
import { demoOfferQuery } from './demo-offer-query'
import messages from './messages/en.json'

export type DemoCredential = DemoOffer['credentials'][number]

/** Every credential of the demo cloud, to be put into the form: good ones, and one for each failure. */
export function DemoCredentialMenu({ onChoose }: { onChoose: (credential: DemoCredential) => void }) {
  const say = useMessages(messages)
  const { data: offer } = useQuery(demoOfferQuery())
  if (!offer) return null
  return (
    <MenuTrigger align="end">
      <ActionButton size="S">{say('credentials')}</ActionButton>
      <Menu
        onAction={(key) => {
          const chosen = offer.credentials[Number(key)]
          if (chosen) onChoose(chosen)
        }}
      >
        {offer.credentials.map((credential, index) => (
          <MenuItem key={credential.name} id={index} textValue={credential.name}>
            <Text slot="label">{credential.name}</Text>
            <Text slot="description">{credential.shows}</Text>
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  )
}
