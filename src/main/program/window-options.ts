import type { BrowserWindowConstructorOptions } from 'electron'
import type { WindowBounds } from './session-memory'

/** Every switch that matters is written out, so that a later edit is seen. */
export function windowOptions(
  preload: string,
  bounds: WindowBounds | null,
  isDevelopment: boolean,
): BrowserWindowConstructorOptions {
  return {
    ...(bounds ? { x: bounds.x, y: bounds.y } : {}),
    width: bounds?.width ?? 1280,
    height: bounds?.height ?? 800,
    minWidth: 720,
    minHeight: 480,
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
