import { join } from 'node:path'
import { app, shell, utilityProcess } from 'electron'
import type { SelfCheckReport } from '../shared/self-check'
import type { Theme } from '../shared/session'
import { assetHandlers } from './assets/asset-handlers'
import { assetListHandlers } from './assets/asset-list-handlers'
import { linkHandlers } from './assets/link-handlers'
import type { OpenedLinks } from './assets/opened-links'
import { createReadAssets } from './assets/read-assets'
import type { Callers } from './callers'
import { systemClock, systemWait } from './calls/clock'
import { createLongWork } from './calls/long-work'
import { createRunningWork } from './calls/running-work'
import { checkHandlers } from './check/check-handlers'
import { recordChecks } from './check/record-checks'
import { reportHandlers } from './check/report-handlers'
import type { ConnectionChanged } from './connections/connection-changed'
import { connectionHandlers } from './connections/connection-handlers'
import { secretHandlers } from './connections/secret-handlers'
import { bulkHandlers } from './edit/bulk/bulk-handlers'
import { editHandlers } from './edit/edit-handlers'
import { openEdit } from './edit/open-edit'
import { exportHandlers } from './exports/export-handlers'
import { writeInOwnProcess } from './exports/write-in-own-process'
import { describeForLog } from './failures/describe-for-log'
import { createFileDialogs } from './files/file-dialogs'
import { openFolder } from './files/open-folder'
import { removeLeftovers } from './files/remove-leftovers'
import type { FirstScreen } from './first-screen'
import { importHandlers } from './imports/import-handlers'
import { createImports } from './imports/imports'
import { type Gate, serve } from './ipc'
import { createKeptStore } from './kept/kept'
import { keptHandlers } from './kept/kept-handlers'
import { openKeptFolder } from './kept/open-kept'
import { recordReadings } from './kept/record-readings'
import { keychainHandlers } from './keychain/keychain-handlers'
import { keychainService } from './keychain/keychain-protocol'
import type { Log } from './log'
import { metadataHandlers } from './metadata/metadata-handlers'
import { openNetworkFile } from './network/network-file'
import { networkHandlers } from './network/network-handlers'
import { pictureHandlers } from './pictures/picture-handlers'
import { createReadPicture } from './pictures/read-picture'
import { isTestBuild } from './program/about'
import { createClipboard } from './program/clipboard'
import { copyMenuHandlers } from './program/context-menu'
import { describeProgram } from './program/describe-program'
import { announceWork, showWorkProgress } from './program/electron-attention'
import { menuHandlers } from './program/menu'
import type { ProgramFiles } from './program/open-program-files'
import { platform } from './program/platform'
import { paperOf } from './program/print-options'
import { createPdfPrinter } from './program/print-pdf'
import { sessionHandlers } from './program/session-handlers'
import { settingsHandlers } from './program/settings-handlers'
import { openSystemClipboard } from './program/system-clipboard'
import { troubleHandlers } from './program/trouble-handlers'
import { whenPageGoes } from './program/when-page-goes'
import { tellWindow, tellWindows } from './program/window'
import { windowHandlers } from './program/window-handlers'
import { openSearch } from './search/open-search'
import { searchHandlers } from './search/search-handlers'
import { createInstallationCheck } from './self-check/electron-installation-check'
import { selfCheckHandlers } from './self-check/self-check-handlers'
import { openServices } from './services'
import { openUpdates } from './updates/electron-updates'
import { updateHandlers } from './updates/update-handlers'

/** Some ten thousand bodies of the usual size. */
const snapshotLimitBytes = 200_000_000

type Surroundings = {
  files: ProgramFiles
  /** Of the user's program, also where `files` are others for a check of the installation. */
  dataFolder: string
  log: Log
  callers: Callers
  gate: Gate
  firstScreen: FirstScreen
  links: OpenedLinks
  openWindow: () => void
  applyTheme: (theme: Theme) => void
  /** Called when the user has chosen another language. */
  applyLanguage: () => void
}

export type Composed = {
  /** When everything has been written that was on its way to the disk. */
  settled: () => Promise<void>
  /** Ends the keychain's process. */
  close: () => void
  /** Tries the installation, with the window that is open. */
  checkInstallation: () => Promise<SelfCheckReport>
}

/** Puts the program behind the window together: adapters, services, and handlers that serve all but its first screen. */
export function compose({
  files,
  dataFolder,
  log,
  callers,
  gate,
  firstScreen,
  links,
  openWindow,
  applyTheme,
  applyLanguage,
}: Surroundings): Composed {
  const { userData, places, settings, keepsHistory, memory, messages } = files
  const { keychain, connections } = firstScreen
  const kept = createKeptStore(openKeptFolder(places.kept), systemClock, snapshotLimitBytes)
  function logKeepProblem(thrown: unknown): void {
    log.error(`Not kept: ${describeForLog(thrown)}`)
  }
  async function forgetLastWork(): Promise<void> {
    return void (await memory.remember({ lastWork: null }))
  }
  const services = openServices({
    keychain,
    connections,
    networkFile: openNetworkFile(places.network),
    settings,
    demoName: (environment) => messages().demoNames[environment],
  })
  const { network, aemHttp, demo, resolveAccess, tokens, lock } = services
  const unrecorded = services.metadata
  const metadata = recordReadings(unrecorded, { kept, keepsHistory, onProblem: logKeepProblem })
  const checks = recordChecks(services.checkConnection, {
    recordCheck: kept.recordCheck,
    keepsHistory,
    onProblem: logKeepProblem,
  })
  const { findByPath, ...search } = openSearch({
    http: aemHttp,
    tokens,
    clock: systemClock,
    wait: systemWait,
    readMetadata: unrecorded.read,
  })
  const readAssets = createReadAssets({ metadata: unrecorded, tokens, wait: systemWait })
  const checkInstallation = createInstallationCheck({ dataFolder, keychain, metadata: unrecorded })
  const edit = openEdit({
    connections,
    resolveAccess,
    metadata,
    unrecorded,
    tokens,
    lock,
    http: aemHttp,
    clock: systemClock,
    wait: systemWait,
    folder: places.kept,
    keepsHistory,
    onProblem: logKeepProblem,
    publishBulk: tellWindows('bulkProgress'),
  })
  const updates = openUpdates({
    isTestBuild: isTestBuild(app.getVersion()),
    isAllowed: () => settings.current().checksForUpdates,
    saveAllowed: (checksForUpdates) => settings.change({ checksForUpdates }),
    calls: services.plainCalls,
    folder: places.updates,
    clock: systemClock,
    log,
    publish: tellWindows('updatesChanged'),
  })
  const imports = createImports()
  const printPdf = createPdfPrinter()
  const clipboard = createClipboard(openSystemClipboard())
  const dialogs = createFileDialogs(() => messages().fileKinds)
  const work = createRunningWork(tellWindows('progress'), callers.current)
  const longWork = createLongWork({
    showProgress: showWorkProgress,
    announce: announceWork(messages, callers.current),
  })
  whenPageGoes(work.cancelOf)
  const publishProgress = tellWindows('assetsProgress')
  /** Everything that depends on a connection, and what a change of it means there. */
  const dependents: readonly ConnectionChanged[] = [
    (id, change) => {
      if (change === 'forgotten') work.cancelFor(id)
    },
    checks.connectionChanged,
    (id) => tokens.drop(id),
    (id) => metadata.drop(id),
    edit.connectionChanged,
    (id, change) => kept.connectionChanged(id, change).catch(logKeepProblem),
  ]

  firstScreen.onConnectionChanged(async (id, change) => {
    for (const tell of dependents) await tell(id, change)
  })

  serve(
    {
      ...sessionHandlers({
        session: firstScreen.session,
        applyTheme,
        copy: clipboard.copy,
      }),
      ...windowHandlers(openWindow),
      ...connectionHandlers({ connections, demo, imports }),
      ...keptHandlers({ kept, forgetLastWork, forgetEdits: edit.forget, clearLog: log.clear }),
      ...settingsHandlers({
        settings,
        interfaceLocale: files.interfaceLocale,
        applyLanguage,
        forgetLastWork,
        describeProgram: () => describeProgram(places, keychainService, services.contactedHosts()),
        openFolder: () => openFolder(userData),
      }),
      ...selfCheckHandlers({
        checkInstallation,
        folder: dataFolder,
        showFile: (path) => shell.showItemInFolder(path),
      }),
      ...updateHandlers(updates, (address) => shell.openExternal(address)),
      ...networkHandlers(network, dialogs, () => messages().dialogTitles.authority),
      ...secretHandlers(connections),
      ...troubleHandlers(log),
      ...menuHandlers(callers.current),
      ...copyMenuHandlers(() => tellWindow('copyChosen', callers.current()), messages),
      ...keychainHandlers(keychain),
      ...checkHandlers({
        connections,
        resolveAccess,
        tokens,
        checkConnection: checks.checkConnection,
        work,
        longWork,
        publishStep: tellWindows('checkStep'),
        copyForAWhile: clipboard.copyForAWhile,
      }),
      ...importHandlers({
        connections,
        imports,
        files: dialogs,
        copy: clipboard.copy,
        titles: () => messages().dialogTitles,
      }),
      ...reportHandlers({
        files: dialogs,
        title: () => messages().dialogTitles.report,
        printPdf: (html) => printPdf(html, paperOf(files.interfaceLocale())),
        showFile: (path) => shell.showItemInFolder(path),
      }),
      ...exportHandlers({
        files: dialogs,
        writeExport: writeInOwnProcess(() =>
          utilityProcess.fork(join(__dirname, 'export-process.js'), [], { serviceName: 'export' }),
        ),
        words: () => messages().exports,
      }),
      ...editHandlers({ connections, resolveAccess, work, ...edit }),
      ...bulkHandlers({ bulk: edit.bulk, work, longWork }),
      ...metadataHandlers({ connections, resolveAccess, metadata, work }),
      ...pictureHandlers({
        connections,
        resolveAccess,
        readPicture: createReadPicture(aemHttp, tokens, systemClock),
        work,
      }),
      ...assetListHandlers({ connections, resolveAccess, readAssets, work, longWork, publishProgress }),
      ...searchHandlers({
        connections,
        resolveAccess,
        work,
        publishProgress: tellWindows('searchProgress'),
        ...search,
      }),
      ...linkHandlers(links),
      ...assetHandlers({
        connections,
        resolveAccess,
        findByPath,
        work,
        openInBrowser: (address) => shell.openExternal(address),
      }),
    },
    gate,
  )

  app.on('will-quit', () => {
    void demo.close()
  })
  async function settled(): Promise<void> {
    // First the changes of connections: others listen to them, and write too.
    await Promise.all([clipboard.clearSecret(), connections.settled()])
    await Promise.all([
      settings.settled(),
      memory.settled(),
      network.settled(),
      kept.settled(),
      edit.settled(),
    ])
  }
  kept.tidy().catch(logKeepProblem)
  edit.tidy().catch(logKeepProblem)
  const parts = ['', 'bodies', 'drafts', 'runs'].map((name) => join(places.kept, name))
  for (const folder of [userData, ...parts]) {
    void removeLeftovers(folder, performance.timeOrigin)
  }
  log.info(`Started ${app.getVersion()} on Electron ${process.versions.electron}, ${platform.describe()}`)
  return { settled, close: keychain.close, checkInstallation }
}
