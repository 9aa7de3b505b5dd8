import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { memo, useState } from 'react'
import type { Connection, ConnectionList } from '../../shared/connections'
import type { AssetKey } from '../../shared/kept'
import type { SessionState } from '../../shared/session'
import { ErrorBoundary } from '../components/failure/error-boundary'
import { FailureNoticeWhenShown } from '../components/failure/failure-notice-when-shown'
import { type Notice, NoticeBar } from '../components/notice-bar'
import { useShortcuts } from '../components/shortcuts'
import { useStableCallback } from '../components/use-stable-callback'
import { whenShown } from '../components/when-shown'
import { useWorks } from '../features/assets/reading/asset-requests'
import { KeychainWaiting } from '../features/connections/secrets/keychain-waiting'
import { useDrafts } from '../features/connections/use-drafts'
import { useRestoreConnection } from '../features/connections/use-forget-connection'
import { useTryDemo } from '../features/demo/try-demo'
import { DropTarget } from '../features/imports/drop-target'
import { useCredentialImport } from '../features/imports/use-credential-import'
import { useRememberSoon } from '../features/session/session-queries'
import { useKeepsHistory } from '../features/settings/settings-queries'
import { isolate, useMessages } from '../language/messages'
import { emptyConnectionText, isSameText } from '../model/connections/connection-text'
import { MainPage } from './main-page'
import shellMessages from './messages/en.json'
import { SettingsTrouble } from './settings-trouble'
import { Sidebar } from './sidebar'
import { usePaneSwitch } from './use-pane-switch'
import { browse, checkAll, type Place, programSettings, settings, usePlace } from './use-place'

const frame = style({ display: 'flex', height: 'screen', overflow: 'hidden', font: 'ui' })
const mainPane = style({
  display: 'flex',
  flexDirection: 'column',
  flexGrow: 1,
  minWidth: 0,
  minHeight: 0,
  overflow: 'hidden',
  marginTop: 8,
  borderTopStartRadius: 'xl',
  backgroundColor: 'layer-2',
  boxShadow: 'emphasized',
  outlineStyle: 'none',
})
const inset = style({ paddingX: 24, paddingTop: 16 })

const ImportDialogs = whenShown(
  async () => (await import('../features/imports/import-dialogs')).ImportDialogs,
)
/** Typing in the request bar leaves its many rows alone. */
const KeptSections = memo(
  whenShown(async () => (await import('../features/kept/kept-sections')).KeptSections),
)

/** The whole window, once it is known what was there when it was closed. */
export function MainWindow({ session, list }: { session: SessionState; list: ConnectionList }) {
  const say = useMessages(shellMessages)
  const panes = usePaneSwitch()
  const rememberSoon = useRememberSoon()
  const drafts = useDrafts(session.unsavedDraft, rememberSoon)
  const works = useWorks(session.lastWork, rememberSoon)
  const { place, go, connection } = usePlace(session, list)
  const [notice, setNotice] = useState<Notice | null>(null)
  const newText = drafts.of(null) ?? emptyConnectionText
  const credentialImport = useCredentialImport({
    text: newText,
    onFill: (text) => (isSameText(text, emptyConnectionText) ? drafts.drop(null) : drafts.keep(null, text)),
  })
  const [advice, setAdvice] = useState<string | null>(null)

  function goTo(next: Place) {
    setNotice(null)
    credentialImport.dismiss()
    go(next)
  }
  const isInSettings = place.page === 'program-settings'
  const [beforeSettings, setBeforeSettings] = useState(place)
  const toggleSettings = useStableCallback(() => {
    if (!isInSettings) setBeforeSettings(place)
    goTo(isInSettings ? beforeSettings : programSettings)
  })
  const addConnection = useStableCallback(() => goTo(settings(null)))
  const checkAllOfThem = useStableCallback(() => goTo(checkAll))
  useShortcuts({ 'mod+,': toggleSettings })
  const keepsHistory = useKeepsHistory()
  const asked = connection ? works.of(connection).asked : null
  const openKept = useStableCallback(({ connectionId, assetId }: AssetKey) => {
    const bucket = list.connections.find(({ id }) => id === connectionId)?.bucket
    if (bucket === undefined) return
    goTo(browse(connectionId))
    works.send(connectionId, { bucket, asset: assetId })
  })

  const restore = useRestoreConnection({
    onRestored: (id) => {
      goTo(browse(id))
      const name = list.forgotten.find((forgotten) => forgotten.id === id)?.name ?? ''
      setNotice({ text: say('notice.restored', { name: isolate(name) }) })
    },
  })
  const demo = useTryDemo(({ connection: opened, assetId }) => {
    goTo(browse(opened.id, true))
    works.send(opened.id, { bucket: opened.bucket, asset: assetId })
  })

  const isNew = place.page === 'settings' && place.connectionId === null
  const tryDemo = useStableCallback(() => demo.mutate())

  function announceSaved(saved: Connection, savedAdvice: string | null) {
    if (isNew) {
      setAdvice(savedAdvice)
      credentialImport.drop()
      go(settings(saved.id, true))
    }
    setNotice({ text: say('notice.saved') })
  }
  function announceForgotten({ id, name }: Connection) {
    drafts.drop(id)
    setNotice({
      text: say('notice.forgotten', { name: isolate(name) }),
      action: { label: say('notice.undo'), run: () => restore.mutate(id) },
    })
  }

  const hasAny = list.connections.length > 0
  const hasDemo = list.connections.some(({ kind }) => kind === 'demo')
  const isWelcome = place.page === 'welcome'
  const currentId = 'connectionId' in place ? place.connectionId : undefined
  return (
    <div className={frame}>
      <Sidebar
        ref={panes.sidebar}
        list={{
          currentId,
          hasDraft: (id) => drafts.of(id) !== null,
          onChoose: (id) => goTo(id === null ? settings(null) : browse(id)),
        }}
        connections={list}
        theme={session.theme}
        onAddConnection={isWelcome || currentId === null ? undefined : addConnection}
        onCheckAll={list.connections.length > 1 ? checkAllOfThem : undefined}
        isCheckingAll={place.page === 'check-all'}
        onTryDemo={isWelcome || hasDemo ? undefined : tryDemo}
        onRestore={(id) => restore.mutate(id)}
        isInSettings={isInSettings}
        onSettings={isWelcome && !hasAny ? undefined : toggleSettings}
      >
        {hasAny ? (
          <KeptSections
            connections={list.connections}
            asked={asked}
            keepsHistory={keepsHistory}
            onOpen={openKept}
          />
        ) : null}
      </Sidebar>
      <main ref={panes.main} tabIndex={-1} className={mainPane}>
        <KeychainWaiting />
        {notice ? <NoticeBar notice={notice} onClose={() => setNotice(null)} /> : null}
        {advice === null ? null : <NoticeBar notice={{ text: advice }} onClose={() => setAdvice(null)} />}
        {list.setAside === null ? null : <SetAsideNotice path={list.setAside} />}
        <SettingsTrouble />
        {restore.error ? (
          <div className={inset}>
            <FailureNoticeWhenShown error={restore.error.error} />
          </div>
        ) : null}
        <ErrorBoundary of={place.page}>
          <MainPage
            {...{ place, connection, drafts, credentialImport, works, demo }}
            theme={session.theme}
            connections={list.connections}
            onGo={goTo}
            onSaved={announceSaved}
            onForgotten={announceForgotten}
            onNotice={(text) => setNotice({ text })}
          />
        </ErrorBoundary>
      </main>
      {isNew ? <ImportDialogs credentialImport={credentialImport} text={newText} /> : null}
      <DropTarget
        onDrop={(files) => {
          goTo(settings(null))
          credentialImport.readFiles(files)
        }}
      />
    </div>
  )
}

function SetAsideNotice({ path }: { path: string }) {
  const say = useMessages(shellMessages)
  const [isClosed, setClosed] = useState(false)
  if (isClosed) return null
  return (
    <NoticeBar
      notice={{ text: say('notice.setAside', { path: isolate(path) }) }}
      onClose={() => setClosed(true)}
    />
  )
}
