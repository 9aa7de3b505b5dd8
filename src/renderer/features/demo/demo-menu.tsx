import type { Connection } from '../../../shared/connections'
import { connectionTextOf } from '../../model/connections/connection-text'
import type { Works } from '../assets/reading/asset-requests'
import type { Drafts } from '../connections/use-drafts'
import { DemoAssetMenu } from './demo-asset-menu'
import { DemoCredentialMenu } from './demo-credential-menu'

type Props = { connection: Connection; drafts: Drafts; works: Works; page: string }

/** What the demo cloud offers for the page at hand: assets to read, or credentials to put into the form. */
export function DemoMenu({ connection, drafts, works, page }: Props) {
  const { id, bucket } = connection
  if (page === 'browse') return <DemoAssetMenu onChoose={(asset) => works.send(id, { bucket, asset })} />
  if (page !== 'settings') return null
  const text = drafts.of(id) ?? connectionTextOf(connection)
  return (
    <DemoCredentialMenu
      onChoose={({ clientId, scopes }) => drafts.keep(id, { ...text, clientId, scopes: scopes.join(', ') })}
    />
  )
}
