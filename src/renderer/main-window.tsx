import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useState } from 'react'
import type { Connection, ConnectionList } from '../shared/connection'
import type { SessionState } from '../shared/session'
import { FailureNotice } from './components/failure/failure-notice'
import { type Notice, NoticeBar } from './components/notice-bar'
import { useDrafts } from './features/connections/use-drafts'
import { useRestoreConnection } from './features/connections/use-forget-connection'
import { useWorks } from './features/metadata/use-works'
import { useRememberSoon } from './features/session/session-queries'
import { useTryDemo } from './features/welcome/try-demo'
import { MainPage } from './main-page'
import { isolate } from './messages'
import { useShellMessages } from './shell-messages'
import { Sidebar } from './sidebar'
import { usePaneSwitch } from './use-pane-switch'
import { browse, type Place, settings, usePlace } from './use-place'

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

  const goTo = (next: Place) => {
    setNotice(null)
    go(next)
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
    if (place.page === 'settings' && place.connectionId === null) go(settings(saved.id, true))
    setNotice({ text: say('notice.saved') })
  }
  const announceForgotten = ({ id, name }: Connection) => {
    drafts.drop(id)
    setNotice({
      text: say('notice.forgotten', { name: isolate(name) }),
      action: { label: say('notice.undo'), run: () => restore.mutate(id) },
    })
  }

  const hasDemo = list.connections.some(({ kind }) => kind === 'demo')
  const isWelcome = place.page === 'welcome'
  const currentId = isWelcome ? undefined : place.connectionId
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
        onTryDemo={isWelcome || hasDemo ? undefined : () => demo.mutate()}
        onRestore={(id) => restore.mutate(id)}
      />
      <main ref={panes.main} tabIndex={-1} className={mainPane}>
        {notice ? <NoticeBar notice={notice} onClose={() => setNotice(null)} /> : null}
        {list.setAside === null ? null : <SetAsideNotice path={list.setAside} />}
        {restore.error ? (
          <div className={inset}>
            <FailureNotice error={restore.error.error} />
          </div>
        ) : null}
        <MainPage
          {...{ place, connection, drafts, works, demo }}
          onGo={goTo}
          onSaved={announceSaved}
          onForgotten={announceForgotten}
        />
      </main>
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
