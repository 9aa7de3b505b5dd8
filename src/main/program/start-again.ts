import { app, type RelaunchOptions } from 'electron'

/**
 * Makes the answer to being started while the program comes to its end, which takes as long as its files are being written: it
 * starts once more when it has ended. The answer says whether that is so; before the end it is not, and nothing happens.
 */
export function startAgainAtEnd(): () => boolean {
  let isEnding = false
  let isAsked = false
  app.on('will-quit', () => {
    isEnding = true
  })
  return () => {
    if (isEnding && !isAsked) app.relaunch(relaunchOptions())
    isAsked = isEnding
    return isEnding
  }
}

/** An AppImage unpacks itself into a folder that goes when it ends, and so has to be started by its own name. */
function relaunchOptions(): RelaunchOptions | undefined {
  const { APPIMAGE } = process.env
  return APPIMAGE === undefined ? undefined : { execPath: APPIMAGE, args: process.argv.slice(1) }
}
