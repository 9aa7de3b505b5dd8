import type { BrowserWindowConstructorOptions } from 'electron'
import { lockedWebPreferences } from './locked-web-preferences'
import type { WindowPlace } from './window-place'

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
      ...lockedWebPreferences,
      devTools: isDevelopment,
    },
  }
}
