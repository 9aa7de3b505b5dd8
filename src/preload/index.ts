import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron'
import type { AssetsProgress } from '../shared/asset-list'
import type { CheckProgress } from '../shared/check'
import type { DesktopApi } from '../shared/contract'
import type { WorkProgress } from '../shared/metadata'

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
  saveOtherSecret: (input) => ipcRenderer.invoke('saveOtherSecret', input),
  promoteSecret: (input) => ipcRenderer.invoke('promoteSecret', input),
  forgetOtherSecret: (input) => ipcRenderer.invoke('forgetOtherSecret', input),
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
  exportMetadata: (input) => ipcRenderer.invoke('exportMetadata', input),
  cancelWork: (input) => ipcRenderer.invoke('cancelWork', input),
  copyText: (input) => ipcRenderer.invoke('copyText', input),
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
  describeProgram: () => ipcRenderer.invoke('describeProgram'),
  openDataFolder: () => ipcRenderer.invoke('openDataFolder'),
  onProgress: (listen) => {
    function relay(_event: IpcRendererEvent, progress: WorkProgress): void {
      listen(progress)
    }
    ipcRenderer.on('progress', relay)
    return () => ipcRenderer.off('progress', relay)
  },
  onCheckStep: (listen) => {
    function relay(_event: IpcRendererEvent, progress: CheckProgress): void {
      listen(progress)
    }
    ipcRenderer.on('checkStep', relay)
    return () => ipcRenderer.off('checkStep', relay)
  },
  onKeychainWaiting: (listen) => {
    function relay(_event: IpcRendererEvent, isWaiting: boolean): void {
      listen(isWaiting)
    }
    ipcRenderer.on('keychainWaiting', relay)
    return () => ipcRenderer.off('keychainWaiting', relay)
  },
  onAssetsProgress: (listen) => {
    function relay(_event: IpcRendererEvent, progress: AssetsProgress): void {
      listen(progress)
    }
    ipcRenderer.on('assetsProgress', relay)
    return () => ipcRenderer.off('assetsProgress', relay)
  },
}

contextBridge.exposeInMainWorld('desktop', desktop)
