import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeAlteredProgram } from './altered-program'
import { makeUserDataFolder } from './files'

export type Installed = {
  /** Where Electron starts the program from. */
  folder: string
  /** What its environment has to hold. */
  env: Record<string, string | undefined>
  /** The file that an update replaces. */
  appImage: string
  /** Where that file is, and what it writes when it is started. */
  place: string
  remove: () => void
}

type Options = {
  /** Address of the update server that the package names; null for none. */
  server: string | null
  /** `deb` is any installation that the program cannot replace by itself. */
  kind?: 'AppImage' | 'deb' | 'sources'
  name?: string
}

/**
 * The built program as it is where it is installed: the real one, told that it is packaged, with a package's `app-update.yml`, and
 * started from what stands in for an AppImage, a script.
 */
export function installProgram({
  server,
  kind = 'AppImage',
  name = 'Asset Inspector.AppImage',
}: Options): Installed {
  const place = makeUserDataFolder()
  const isPackaged = kind !== 'sources'
  const { folder, remove } = makeAlteredProgram(
    isPackaged
      ? `Object.defineProperty(electron.app, 'isPackaged', { value: true })
Object.defineProperty(process, 'resourcesPath', { value: __dirname })`
      : 'electron.app.setAppPath(__dirname)',
  )
  if (server !== null) {
    writeFileSync(
      join(folder, isPackaged ? 'app-update.yml' : 'dev-app-update.yml'),
      `provider: generic\nurl: ${server}\nupdaterCacheDirName: asset-inspector-for-aem-updater\n`,
    )
  }
  const appImage = join(place.path, name)
  writeFileSync(appImage, appImageOf('old', place.path))
  chmodSync(appImage, 0o755)
  return {
    folder,
    env: { APPIMAGE: kind === 'AppImage' ? appImage : undefined },
    appImage,
    place: place.path,
    remove: () => {
      remove()
      place.remove()
    },
  }
}

/** Writes what it is, from where and with which words it was started, into `started` beside it; then comes what nobody reads. */
export function appImageOf(what: string, place: string, bytes = 300_000): Buffer {
  const started = join(place, 'started')
  const script = `#!/bin/sh
printf '%s\\n' '${what}' "$0" "$*" > '${started}.arriving'
mv '${started}.arriving' '${started}'
exit 0
`
  return Buffer.concat([Buffer.from(script), Buffer.alloc(bytes, 'not a file system ')])
}
