import { ActionButton } from '@react-spectrum/s2/ActionButton'
import { Header, Heading, Menu, MenuItem, MenuSection, MenuTrigger, Text } from '@react-spectrum/s2/Menu'
import { useQuery } from '@tanstack/react-query'
import type { DemoOffer } from '../../../shared/demo'
import { useMessages } from '../../language/messages'
import { demoOfferQuery } from './demo-offer-query'
import messages from './messages/en.json'

function fileNameOf(path: string): string {
  return path.split('/').at(-1) ?? path
}

/** Every asset of the demo cloud, to be read with one choice. */
export function DemoAssetMenu({ onChoose }: { onChoose: (assetId: string) => void }) {
  const say = useMessages(messages)
  const { data: offer } = useQuery(demoOfferQuery())
  if (!offer) return null
  function section(assets: DemoOffer['assets'], heading: string) {
    return (
      <MenuSection>
        <Header>
          <Heading>{heading}</Heading>
        </Header>
        {assets.map(({ assetId, path, shows }) => (
          <MenuItem key={assetId} id={assetId} textValue={fileNameOf(path)}>
            <Text slot="label">
              <bdi>{fileNameOf(path)}</bdi>
            </Text>
            <Text slot="description">{shows}</Text>
          </MenuItem>
        ))}
      </MenuSection>
    )
  }
  return (
    <MenuTrigger align="end">
      <ActionButton size="S">{say('assets')}</ActionButton>
      <Menu onAction={(key) => onChoose(String(key))}>
        {section(
          offer.assets.filter(({ failing }) => !failing),
          say('assets.readable'),
        )}
        {section(
          offer.assets.filter(({ failing }) => failing),
          say('assets.failing'),
        )}
      </Menu>
    </MenuTrigger>
  )
}
