import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron'
import type { DesktopApi, Events } from '../shared/contract'

const desktop: DesktopApi = {
  readSession: () => ipcRenderer.invoke('readSession'),
  rememberSession: (patch) => ipcRenderer.invoke('rememberSession', patch),
  listConnections: () => ipcRenderer.invoke('listConnections'),
  saveConnection: (draft) => ipcRenderer.invoke('saveConnection', draft),
  forgetConnection: (input) => ipcRenderer.invoke('forgetConnection', input),
  restoreConnection: (input) => ipcRenderer.invoke('restoreConnection', input),
  tryDemo: () => ipcRenderer.invoke('tryDemo'),
  listDemo: () => ipcRenderer.invoke('listDemo'),
  checkConnection: (input) => ipcRenderer.invoke('checkConnection', input),
  probeRights: (input) => ipcRenderer.invoke('probeRights', input),
  copyToken: (input) => ipcRenderer.invoke('copyToken', input),
  saveSecondSecret: (input) => ipcRenderer.invoke('saveSecondSecret', input),
  promoteSecret: (input) => ipcRenderer.invoke('promoteSecret', input),
  forgetSecondSecret: (input) => ipcRenderer.invoke('forgetSecondSecret', input),
  stopWaitingForKeychain: () => ipcRenderer.invoke('stopWaitingForKeychain'),
  openImportFile: () => ipcRenderer.invoke('openImportFile'),
  readImportText: (input) => ipcRenderer.invoke('readImportText', input),
  shareConnection: (input) => ipcRenderer.invoke('shareConnection', input),
  saveReport: (input) => ipcRenderer.invoke('saveReport', input),
  readMetadata: (query) => ipcRenderer.invoke('readMetadata', query),
  readAssets: (query) => ipcRenderer.invoke('readAssets', query),
  understandAsset: (input) => ipcRenderer.invoke('understandAsset', input),
  findAssetByPath: (input) => ipcRenderer.invoke('findAssetByPath', input),
  openPathInBrowser: (input) => ipcRenderer.invoke('openPathInBrowser', input),
  openInAem: (input) => ipcRenderer.invoke('openInAem', input),
  takeLink: () => ipcRenderer.invoke('takeLink'),
  exportMetadata: (input) => ipcRenderer.invoke('exportMetadata', input),
  cancelWork: (input) => ipcRenderer.invoke('cancelWork', input),
  copyText: (input) => ipcRenderer.invoke('copyText', input),
  openCopyMenu: (input) => ipcRenderer.invoke('openCopyMenu', input),
  listKept: () => ipcRenderer.invoke('listKept'),
  clearHistory: (input) => ipcRenderer.invoke('clearHistory', input),
  saveFavourite: (input) => ipcRenderer.invoke('saveFavourite', input),
  removeFavourite: (input) => ipcRenderer.invoke('removeFavourite', input),
  listSnapshots: (input) => ipcRenderer.invoke('listSnapshots', input),
  keepSnapshot: (input) => ipcRenderer.invoke('keepSnapshot', input),
  readSnapshot: (input) => ipcRenderer.invoke('readSnapshot', input),
  removeSnapshot: (input) => ipcRenderer.invoke('removeSnapshot', input),
  deleteKept: () => ipcRenderer.invoke('deleteKept'),
  readSettings: () => ipcRenderer.invoke('readSettings'),
  changeSettings: (patch) => ipcRenderer.invoke('changeSettings', patch),
  readNetwork: () => ipcRenderer.invoke('readNetwork'),
  chooseProxy: (input) => ipcRenderer.invoke('chooseProxy', input),
  saveProxyLogin: (input) => ipcRenderer.invoke('saveProxyLogin', input),
  forgetProxyLogin: () => ipcRenderer.invoke('forgetProxyLogin'),
  openAuthorityFile: () => ipcRenderer.invoke('openAuthorityFile'),
  forgetAuthority: (input) => ipcRenderer.invoke('forgetAuthority', input),
  chooseClientCertificate: (input) => ipcRenderer.invoke('chooseClientCertificate', input),
  readUpdates: () => ipcRenderer.invoke('readUpdates'),
  allowUpdates: (input) => ipcRenderer.invoke('allowUpdates', input),
  checkForUpdate: () => ipcRenderer.invoke('checkForUpdate'),
  downloadUpdate: () => ipcRenderer.invoke('downloadUpdate'),
  cancelUpdate: () => ipcRenderer.invoke('cancelUpdate'),
  installUpdate: () => ipcRenderer.invoke('installUpdate'),
  openUpdateServer: () => ipcRenderer.invoke('openUpdateServer'),
  describeProgram: () => ipcRenderer.invoke('describeProgram'),
  checkInstallation: () => ipcRenderer.invoke('checkInstallation'),
  showSelfCheck: () => ipcRenderer.invoke('showSelfCheck'),
  showActions: (input) => ipcRenderer.invoke('showActions', input),
  openDataFolder: () => ipcRenderer.invoke('openDataFolder'),
  reportTrouble: (trace) => ipcRenderer.invoke('reportTrouble', trace),
  onActionChosen: listenTo('actionChosen'),
  onCopyChosen: listenTo('copyChosen'),
  onProgress: listenTo('progress'),
  onCheckStep: listenTo('checkStep'),
  onLinkOpened: listenTo('linkOpened'),
  onKeychainWaiting: listenTo('keychainWaiting'),
  onAssetsProgress: listenTo('assetsProgress'),
  onUpdatesChanged: listenTo('updatesChanged'),
}

/** Listens to an event of the main process until the returned function is called. The window gets the message, never Electron's event. */
function listenTo<E extends keyof Events>(event: E) {
  return (listen: (message: Events[E]) => void): (() => void) => {
    function relay(_event: IpcRendererEvent, message: Events[E]): void {
      listen(message)
    }
    ipcRenderer.on(event, relay)
    return () => ipcRenderer.off(event, relay)
  }
}

contextBridge.exposeInMainWorld('desktop', desktop)
