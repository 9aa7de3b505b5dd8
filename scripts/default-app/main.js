// @ts-check

// Electron runs this when it is started with a folder (`electron .`) instead of a packaged app. The official builds carry
// their own; the registry build does not. Chromium's switches may stand before the folder, so the first other word is it.
const { readFileSync } = require('node:fs')
const path = require('node:path')
const { app } = require('electron')

// Two setters that Electron keeps for its own default app, and so leaves out of its types.
const ownApp =
  /** @type {Electron.App & { setVersion(version: string): void, setAppPath(folder: string): void }} */ (app)
const folder = path.resolve(process.argv.slice(1).find((word) => !word.startsWith('-')) ?? '.')

try {
  const {
    main = 'index.js',
    name,
    productName,
    version,
  } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  const title = productName ?? name
  if (title) ownApp.setName(title)
  if (version) ownApp.setVersion(version)
  ownApp.setAppPath(folder)
  require(path.resolve(folder, main))
} catch (error) {
  console.error(`Cannot start the app in ${folder}:`, error)
  app.exit(1)
}
