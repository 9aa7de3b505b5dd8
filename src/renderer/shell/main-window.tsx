import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useCallback } from 'react'
import type { ConnectionList } from '../../shared/connections'
import type { Panes, SessionState } from '../../shared/session'
import { ErrorBoundary } from '../components/failure/error-boundary'
import { OfferUndoContext } from '../components/offer-undo'
import { PaneMemoryContext, useOwnPaneMemory, usePaneMemory } from '../components/panes/pane-memory'
import { useStableCallback } from '../components/use-stable-callback'
import { whenShown } from '../components/when-shown'
import { useAssetRequests } from '../features/assets/reading/asset-requests'
import { useDrafts } from '../features/connections/use-drafts'
import { DropTarget } from '../features/imports/drop-target'
import { useCredentialImport } from '../features/imports/use-credential-import'
import { useOpenedLink } from '../features/links/use-opened-link'
import { useRememberSoon } from '../features/session/session-queries'
import { useKeepsHistory } from '../features/settings/settings-queries'
import { useMessages } from '../language/messages'
import { emptyConnectionText, isSameText } from '../model/connections/connection-text'
import type { SavedForm } from '../pages/connection-settings/connection-settings-page'
import { KeptPane } from './kept-pane'
import { MainPage } from './main-page'
import messages from './messages/en.json'
import { SecretReminder, useReminder } from './secret-reminder'
import { Sidebar } from './sidebar'
import { useAssetActions } from './use-asset-actions'
import { useChangesElsewhere } from './use-changes-elsewhere'
import { useDropPlaces } from './use-drop-places'
import { useFocusRescue } from './use-focus-rescue'
import { usePaneSwitch } from './use-pane-switch'
import {
  assets,
  browse,
  check,
  checkAll,
  compare,
  type Place,
  settings,
  usePlace,
  useSettingsToggle,
} from './use-place'
import { useSidebarFold } from './use-sidebar-fold'
import { useWindowActions } from './use-window-actions'
import { useOpenPanel, useWindowMenu, type WindowCommands } from './use-window-menu'
import { NoticeArea, useWindowNotices } from './window-notices'

const frame = style({
  position: 'relative',
  display: 'flex',
  height: 'screen',
  overflow: 'hidden',
  font: 'ui',
})
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

const WindowPanels = whenShown(() => import('./window-panels'), 'WindowPanels')
const LinkDialog = whenShown(() => import('../features/links/link-dialog'), 'LinkDialog')
const ImportDialogs = whenShown(() => import('../features/imports/import-dialogs'), 'ImportDialogs')

type Props = { session: SessionState; list: ConnectionList }

function openWindow() {
  void window.desktop.openWindow()
}

/** The whole window, once it is known what was there when it was closed. */
export function MainWindow(props: Props) {
  const rememberSoon = useRememberSoon()
  const remember = useCallback((panes: Panes) => rememberSoon({ panes }), [rememberSoon])
  return (
    <PaneMemoryContext value={useOwnPaneMemory(props.session.panes, remember)}>
      <ArrangedWindow {...props} />
    </PaneMemoryContext>
  )
}

function ArrangedWindow({ session, list }: Props) {
  const say = useMessages(messages)
  const panes = usePaneSwitch()
  useFocusRescue()
  useChangesElsewhere()
  const fold = useSidebarFold(usePaneMemory())
  const rememberSoon = useRememberSoon()
  const drafts = useDrafts(session.unsavedDrafts, list.connections, rememberSoon)
  const requests = useAssetRequests(session.lastWork, list.connections, rememberSoon)
  const notices = useWindowNotices()
  const reminder = useReminder(session, list.connections, rememberSoon)
  const keepsHistory = useKeepsHistory()
  const { place, go, connection } = usePlace(session, list)
  const newText = drafts.of(null) ?? emptyConnectionText
  const credentialImport = useCredentialImport({
    text: newText,
    names: list.connections.map(({ name }) => name),
    onFill: (text) => (isSameText(text, emptyConnectionText) ? drafts.drop(null) : drafts.set(null, text)),
  })

  function goTo(next: Place) {
    notices.notify(null)
    fold.leave()
    credentialImport.dismiss()
    go(next)
  }
  const actions = useWindowActions({ list, requests, notices, onGo: goTo })
  const asset = useAssetActions({ place, connection, requests, notices })
  const links = useOpenedLink()
  const toggleSettings = useSettingsToggle(place, goTo)
  const addConnection = useStableCallback(() => goTo(settings(null)))
  const checkAllOfThem = useStableCallback(() => goTo(checkAll))

  const isNew = place.page === 'settings' && place.connectionId === null
  /** Whether the user is still where it was saved: then it may go on from there. A save may take a minute. */
  const announceSaved = useStableCallback(({ saved, id, advice }: SavedForm): boolean => {
    const isStillThere = place.page === 'settings' && place.connectionId === id
    if (id === null) {
      notices.advise(advice === null ? null : { text: advice, connectionId: saved.id })
      credentialImport.drop()
      if (isStillThere) go(settings(saved.id, true))
    }
    notices.notify({ text: say('notice.saved') })
    return isStillThere
  })

  const hasAny = list.connections.length > 0
  const hasDemo = list.connections.some(({ kind }) => kind === 'demo')
  const isWelcome = place.page === 'welcome'
  const currentId = 'connectionId' in place ? place.connectionId : undefined
  const panels = useOpenPanel()
  function onConnection(pageOf: (connectionId: string) => Place) {
    return connection === null ? null : () => goTo(pageOf(connection.id))
  }
  const commands: WindowCommands = {
    'new-window': openWindow,
    'add-connection': addConnection,
    'try-demo': hasDemo ? null : actions.tryDemo,
    settings: toggleSettings,
    palette: panels.openPalette,
    'toggle-sidebar': hasAny ? fold.toggle : null,
    browse: onConnection((id) => browse(id, true)),
    assets: onConnection(assets),
    compare: onConnection(compare),
    check: onConnection(check),
    'connection-settings': onConnection(settings),
    'check-all': list.connections.length > 1 ? checkAllOfThem : null,
    shortcuts: panels.openShortcuts,
    ...asset.commands,
  }
  useWindowMenu(commands)
  const offerUndo = useStableCallback((text: string, undo: () => void) => {
    function run() {
      notices.notify(null)
      undo()
    }
    notices.notify({ text, action: { label: say('notice.undo'), run } })
  })
  const dropPlaces = useDropPlaces({
    place,
    connection,
    requests,
    importFiles: (files) => {
      goTo(settings(null))
      credentialImport.readFiles(files)
    },
  })
  return (
    <OfferUndoContext value={offerUndo}>
      <div className={frame}>
        <Sidebar
          ref={panes.sidebar}
          fold={fold}
          list={{
            currentId,
            hasDraft: (id) => drafts.of(id) !== null,
            onChoose: (id) => goTo(id === null ? settings(null) : browse(id)),
          }}
          connections={list}
          onAddConnection={isWelcome || currentId === null ? undefined : addConnection}
          onCheckAll={list.connections.length > 1 ? checkAllOfThem : undefined}
          isCheckingAll={place.page === 'check-all'}
          onTryDemo={isWelcome || hasDemo ? undefined : actions.tryDemo}
          onRestore={(id) => actions.restore.mutate(id)}
          isInSettings={place.page === 'program-settings'}
          onSettings={isWelcome && !hasAny ? undefined : toggleSettings}
        >
          {hasAny ? (
            <KeptPane
              connections={list.connections}
              asked={connection ? requests.of(connection).asked : null}
              keepsHistory={keepsHistory}
              onOpen={actions.openKept}
            />
          ) : null}
        </Sidebar>
        <main ref={panes.main} tabIndex={-1} className={mainPane}>
          <NoticeArea
            notices={notices}
            setAside={list.setAside}
            error={actions.restore.error?.error ?? asset.error}
          />
          {reminder.isOpen ? (
            <SecretReminder
              connections={list.connections}
              onShow={(id) => goTo(settings(id))}
              onClose={reminder.close}
            />
          ) : null}
          <ErrorBoundary of={place.page}>
            <MainPage
              {...{ place, connection, drafts, credentialImport, requests }}
              demo={actions.demo}
              theme={session.theme}
              connections={list.connections}
              onGo={goTo}
              onSaved={announceSaved}
              onForgotten={actions.announceForgotten}
              onNotice={(text) => notices.notify({ text })}
            />
          </ErrorBoundary>
        </main>
        {panels.panel === null ? null : (
          <WindowPanels
            panel={panels.panel}
            commands={commands}
            connections={list.connections}
            onOpenConnection={(id) => goTo(browse(id, true))}
            onOpenAsset={actions.openKept}
            onClose={panels.close}
            takeEarlyKeys={panels.takeEarlyKeys}
          />
        )}
        {links.opened ? (
          <LinkDialog
            opened={links.opened}
            connections={list.connections}
            onFill={actions.fillFromLink}
            onAddConnection={({ bucket }) => {
              // What was typed for another connection stays.
              if (newText.bucket === '') drafts.set(null, { ...newText, bucket })
              addConnection()
            }}
            onClose={links.dismiss}
          />
        ) : null}
        {isNew ? <ImportDialogs credentialImport={credentialImport} text={newText} /> : null}
        <DropTarget {...dropPlaces} />
      </div>
    </OfferUndoContext>
  )
}
