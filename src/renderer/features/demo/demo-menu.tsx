import { ActionButton } from '@react-spectrum/s2/ActionButton'
import { Header, Heading, Menu, MenuItem, MenuSection, MenuTrigger, Text } from '@react-spectrum/s2/Menu'
import { queryOptions, useQuery } from '@tanstack/react-query'
import type { DemoOffer } from '../../../shared/demo'
import { unwrap } from '../../desktop/desktop'
import { useMessages } from '../../language/messages'
import messages from './messages/en.json'

export type DemoMenuProps = {
  page: string
  onAsset: (assetId: string) => void
  onCredential: (credential: DemoCredential) => void
}

/** What the demo cloud offers on this page: assets to read, or credentials for the form. */
export function DemoMenu({ page, onAsset, onCredential }: DemoMenuProps) {
  if (page === 'browse') return <DemoAssetMenu onChoose={onAsset} />
  return page === 'settings' ? <DemoCredentialMenu onChoose={onCredential} /> : null
}

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

/** The same as long as the program runs. */
export function demoOfferQuery() {
  return queryOptions({
    queryKey: ['demo-offer'],
    queryFn: () => unwrap(window.desktop.listDemo()),
    staleTime: Number.POSITIVE_INFINITY,
  })
}
