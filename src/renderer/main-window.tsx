import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useState } from 'react'
import type { Connection, ConnectionList } from '../shared/connection'
import type { AssetKey } from '../shared/kept'
import type { SessionState } from '../shared/session'
import { FailureNotice } from './components/failure/failure-notice'
import { type Notice, NoticeBar } from './components/notice-bar'
import { useShortcuts } from './components/shortcuts'
import { emptyConnectionText, isSameText } from './features/connections/connection-text'
import { useDrafts } from './features/connections/use-drafts'
import { useRestoreConnection } from './features/connections/use-forget-connection'
import { DropTarget } from './features/credential-import/drop-target'
import { ImportDialogs } from './features/credential-import/import-dialogs'
import { useSavedAdvice } from './features/credential-import/import-words'
import { useCredentialImport } from './features/credential-import/use-credential-import'
import { KeptSections } from './features/keep/kept-sections'
import { useWorks } from './features/metadata/use-works'
import { useRememberSoon } from './features/session/session-queries'
import { useKeepsHistory } from './features/settings/settings-queries'
import { useTryDemo } from './features/welcome/try-demo'
import { MainPage } from './main-page'
import { isolate } from './messages'
import { useShellMessages } from './shell-messages'
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

/** The whole window, once it is known what was there when it was closed. */
export const MainWindow = ({ session, list }: { session: SessionState; list: ConnectionList }) => {
  const say = useShellMessages()
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
  const adviseOn = useSavedAdvice()
  const [advice, setAdvice] = useState<string | null>(null)

  const goTo = (next: Place) => {
    setNotice(null)
    credentialImport.dismiss()
    go(next)
  }
  const isInSettings = place.page === 'program-settings'
  const [beforeSettings, setBeforeSettings] = useState(place)
  const toggleSettings = () => {
    if (!isInSettings) setBeforeSettings(place)
    goTo(isInSettings ? beforeSettings : programSettings)
  }
  useShortcuts({ 'mod+,': toggleSettings })
  const keepsHistory = useKeepsHistory()
  const asked = connection ? works.of(connection).asked : null
  const openKept = ({ connectionId, assetId }: AssetKey) => {
    const bucket = list.connections.find(({ id }) => id === connectionId)?.bucket
    if (bucket === undefined) return
    goTo(browse(connectionId))
    works.send(connectionId, { bucket, asset: assetId })
  }

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

  const announceSaved = (saved: Connection) => {
    const isNew = place.page === 'settings' && place.connectionId === null
    if (isNew) {
      setAdvice(adviseOn(credentialImport.taken, saved))
      credentialImport.drop()
      go(settings(saved.id, true))
    }
    setNotice({ text: say('notice.saved') })
  }
  const announceForgotten = ({ id, name }: Connection) => {
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
        onAddConnection={isWelcome || currentId === null ? undefined : () => goTo(settings(null))}
        onCheckAll={list.connections.length > 1 ? () => goTo(checkAll) : undefined}
        isCheckingAll={place.page === 'check-all'}
        onTryDemo={isWelcome || hasDemo ? undefined : () => demo.mutate()}
        onRestore={(id) => restore.mutate(id)}
        isInSettings={isInSettings}
        onSettings={isWelcome && !hasAny ? undefined : toggleSettings}
      >
        <KeptSections
          connections={list.connections}
          current={asked ? { connectionId: asked.connectionId, assetId: asked.asset } : null}
          keepsHistory={keepsHistory}
          onOpen={openKept}
        />
      </Sidebar>
      <main ref={panes.main} tabIndex={-1} className={mainPane}>
        {notice ? <NoticeBar notice={notice} onClose={() => setNotice(null)} /> : null}
        {advice === null ? null : <NoticeBar notice={{ text: advice }} onClose={() => setAdvice(null)} />}
        {list.setAside === null ? null : <SetAsideNotice path={list.setAside} />}
        {restore.error ? (
          <div className={inset}>
            <FailureNotice error={restore.error.error} />
          </div>
        ) : null}
        <MainPage
          {...{ place, connection, drafts, credentialImport, works, demo }}
          theme={session.theme}
          connections={list.connections}
          onGo={goTo}
          onSaved={announceSaved}
          onForgotten={announceForgotten}
          onNotice={(text) => setNotice({ text })}
        />
      </main>
      <ImportDialogs credentialImport={credentialImport} text={newText} />
      <DropTarget
        onDrop={(files) => {
          goTo(settings(null))
          credentialImport.readFiles(files)
        }}
      />
    </div>
  )
}

const SetAsideNotice = ({ path }: { path: string }) => {
  const say = useShellMessages()
  const [isClosed, setClosed] = useState(false)
  if (isClosed) return null
  return (
    <NoticeBar
      notice={{ text: say('notice.setAside', { path: isolate(path) }) }}
      onClose={() => setClosed(true)}
    />
  )
}
