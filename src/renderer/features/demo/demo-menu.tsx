import { DemoAssetMenu } from './demo-asset-menu'
import { type DemoCredential, DemoCredentialMenu } from './demo-credential-menu'

export type DemoMenuProps = {
  page: string
  onAsset: (assetId: string) => void
  onCredential: (credential: DemoCredential) => void
}

/** What the demo cloud offers for the page at hand: assets to read, or credentials to fill into the form. */
export function DemoMenu({ page, onAsset, onCredential }: DemoMenuProps) {
  if (page === 'browse') return <DemoAssetMenu onChoose={onAsset} />
  return page === 'settings' ? <DemoCredentialMenu onChoose={onCredential} /> : null
}
