// @ts-check

// The least that an Electron program can be: one window with one page, which the bench names.
const path = require('node:path')
const { app, BrowserWindow } = require('electron')

const folder = app.commandLine.getSwitchValue('user-data-dir')
app.setPath('userData', folder)
app.setPath('sessionData', folder)
const page = process.env.REFERENCE_PAGE ?? 'blank.html'

app.on('window-all-closed', () => app.quit())
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, webPreferences: { sandbox: true } })
  return window.loadFile(path.join(__dirname, page))
})
