import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useQueryClient } from '@tanstack/react-query'
import type { Connection } from '../../shared/connections'
import type { Theme } from '../../shared/session'
import { FailureNoticeWhenShown } from '../components/failure/error-boundary'
import { inNextFrame } from '../components/next-frame'
import { whenShown } from '../components/when-shown'
import type { AssetRequests } from '../features/assets/reading/asset-requests'
import { onlyReading, useRunCheck } from '../features/check/check-queries'
import type { ForgottenConnection } from '../features/connections/connection-queries'
import type { Drafts } from '../features/connections/use-drafts'
import type { useTryDemo } from '../features/demo/try-demo'
import type { CredentialImport } from '../features/imports/use-credential-import'
import { keptQuery, readBefore } from '../features/kept/kept-queries'
import { useMessages } from '../language/messages'
import { connectionTextOf } from '../model/connections/connection-text'
import type { SavedForm } from '../pages/connection-settings/connection-settings-page'
import { WelcomePage } from '../pages/welcome/welcome-page'
import { ConnectionHeader, type ConnectionPageName } from './connection-header'
import messages from './messages/en.json'
import { assets, browse, changesOf, check, compare, type Place, settings } from './use-place'

const plainHeader = style({ flexShrink: 0, paddingX: 24, paddingTop: 16, paddingBottom: 8 })
const title = style({ font: 'heading', margin: 0 })
const inset = style({ paddingX: 24, paddingTop: 16 })

const AssetsPage = whenShown(() => import('../pages/assets/assets-page'), 'AssetsPage')
const BrowsePage = whenShown(() => import('../pages/browse/browse-page'), 'BrowsePage')
const ComparePage = whenShown(() => import('../pages/compare/compare-page'), 'ComparePage')
const CheckPage = whenShown(() => import('../pages/check/check-page'), 'CheckPage')
const CheckAllPage = whenShown(() => import('../pages/check/check-all-page'), 'CheckAllPage')
const ConnectionSettingsPage = whenShown(
  () => import('../pages/connection-settings/connection-settings-page'),
  'ConnectionSettingsPage',
)
const DemoMenu = inNextFrame(whenShown(() => import('../features/demo/demo-menu'), 'DemoMenu'))
const SettingsPage = whenShown(() => import('../pages/settings/settings-page'), 'SettingsPage')

export type MainPageProps = {
  place: Place
  theme: Theme
  connection: Connection | null
  connections: readonly Connection[]
  drafts: Drafts
  credentialImport: CredentialImport
  requests: AssetRequests
  demo: ReturnType<typeof useTryDemo>
  onGo: (place: Place) => void
  /** Tells whether the user is still on the page of what was saved. */
  onSaved: (form: SavedForm) => boolean
  onForgotten: (forgotten: ForgottenConnection) => void
  onNotice: (text: string) => void
}

/** The page at a place. */
export function MainPage({
  place,
  theme,
  connection,
  connections,
  drafts,
  credentialImport,
  requests,
  demo,
  onGo,
  onSaved,
  onForgotten,
  onNotice,
}: MainPageProps) {
  const say = useMessages(messages)
  const runCheck = useRunCheck()
  const client = useQueryClient()
  const pageOf: Record<ConnectionPageName, (connectionId: string) => Place> = {
    browse,
    assets,
    compare,
    check,
    settings,
  }
  if (place.page === 'welcome') {
    return (
      <WelcomePage
        isStarting={demo.isPending}
        error={demo.error?.error ?? null}
        onTryDemo={() => demo.mutate()}
        onAddConnection={() => onGo(settings(null))}
      />
    )
  }
  if (place.page === 'program-settings') return <SettingsPage theme={theme} />
  if (place.page === 'check-all') {
    return (
      <CheckAllPage
        connections={connections}
        lastAssetOf={(one) => requests.of(one).text.asset}
        onOpen={(connectionId) => onGo(check(connectionId))}
      />
    )
  }
  function lastReadOf(checked: Connection): string {
    const kept = client.getQueryData(keptQuery().queryKey)
    return (kept && readBefore(kept, checked)[0]?.assetId) ?? ''
  }
  function startCheck(checked: Connection) {
    onGo(check(checked.id))
    const asset = requests.of(checked).text.asset || lastReadOf(checked)
    void runCheck({ connectionId: checked.id, secretSlot: 'current' }, onlyReading(asset))
  }
  return (
    <>
      {connection ? (
        <ConnectionHeader
          connection={connection}
          page={place.page}
          onChoose={(page) => onGo(pageOf[page](connection.id))}
        >
          {connection.kind === 'demo' ? (
            <DemoMenu
              page={place.page}
              onAsset={(asset) => requests.send(connection.id, { bucket: connection.bucket, asset })}
              onCredential={({ clientId, scopes }) => {
                const text = drafts.of(connection.id) ?? connectionTextOf(connection)
                drafts.set(connection.id, { ...text, clientId, scopes: scopes.join(', ') })
              }}
            />
          ) : null}
        </ConnectionHeader>
      ) : (
        <header className={plainHeader}>
          <h1 className={title}>{say('heading.new')}</h1>
        </header>
      )}
      {demo.error ? (
        <div className={inset}>
          <FailureNoticeWhenShown error={demo.error.error} onRetry={() => demo.mutate()} />
        </div>
      ) : null}
      {place.page === 'browse' && connection ? (
        <BrowsePage
          key={connection.id}
          {...{ connection, connections, requests }}
          takesFocus={place.takesFocus}
          onSwitch={(connectionId) => onGo(browse(connectionId, true))}
          onSettings={() => onGo(settings(connection.id))}
        />
      ) : null}
      {place.page === 'assets' && connection ? (
        <AssetsPage
          key={connection.id}
          connectionId={connection.id}
          onOpen={(asset) => {
            onGo(browse(connection.id))
            requests.send(connection.id, { bucket: connection.bucket, asset })
          }}
        />
      ) : null}
      {place.page === 'compare' && connection ? (
        <ComparePage
          key={connection.id}
          {...{ connection, connections }}
          lastAsset={requests.of(connection).text.asset}
          onAddConnection={() => onGo(settings(null))}
          onEdit={({ connectionId, bucket, assetId: asset }) => {
            onGo(browse(connectionId))
            requests.send(connectionId, { bucket, asset })
          }}
        />
      ) : null}
      {place.page === 'check' && connection ? (
        <CheckPage
          key={connection.id}
          {...{ connection, connections }}
          lastAsset={requests.of(connection).text.asset}
          onSettings={() => onGo(settings(connection.id))}
          onAllowChanges={() => onGo(changesOf(connection.id))}
        />
      ) : null}
      {place.page === 'settings' ? (
        <ConnectionSettingsPage
          key={place.connectionId ?? 'new'}
          connection={connection}
          drafts={drafts}
          credentialImport={credentialImport}
          isFresh={place.isFresh}
          showsChanges={place.showsChanges}
          onSaved={(form) => {
            if (onSaved(form) && form.next === 'check') startCheck(form.saved)
          }}
          onForgotten={onForgotten}
          onNotice={onNotice}
          onCheck={startCheck}
          onCancel={() => onGo({ page: 'welcome' })}
          onBrowse={() => {
            if (connection !== null) onGo(browse(connection.id))
          }}
          onOpenAsset={(asset) => {
            if (connection === null) return
            onGo(browse(connection.id))
            requests.send(connection.id, { bucket: connection.bucket, asset })
          }}
        />
      ) : null}
    </>
  )
}
