import type { BrowserWindowConstructorOptions } from 'electron'
import type { WindowPlace } from './window-place'

/** Every switch that matters is written out, so that a later edit is seen. */
export function windowOptions(
  preload: string,
  place: WindowPlace,
  isDevelopment: boolean,
): BrowserWindowConstructorOptions {
  return {
    ...place,
    show: false,
    title: 'Asset Inspector for AEM',
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: isDevelopment,
    },
  }
}
