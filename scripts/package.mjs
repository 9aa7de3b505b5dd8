// @ts-check
/*
 * npm run package [-- --installers] [-- --smoke]
 *
 * Packages the app for this platform: an unpacked folder in dist/, or with --installers what users install (deb and AppImage,
 * dmg, nsis). With --smoke the unpacked program is then started and used.
 */
import { build } from 'electron-builder'
import configuration from '../electron-builder.config.cjs'
import { buildApp } from './build-app.mjs'
import { asCommand } from './child.mjs'
import { projectFolder, resolveElectron } from './electron-runtime.mjs'
import { runSmokeTest } from './smoke.mjs'

/** The first Electron major with a switch for the extra rights of file: pages. */
const fileProtocolFuseSince = 29

await asCommand(async () => {
  const options = new Set(process.argv.slice(2))
  const runtime = await resolveElectron()
  const code = await buildApp()
  if (code !== 0) return code
  await build({
    projectDir: projectFolder,
    ...(options.has('--installers') ? {} : { dir: true }),
    config: configurationFor(runtime),
  })
  return options.has('--smoke') ? runSmokeTest() : 0
})

/** @param {import('./electron-dist.mjs').ElectronRuntime} runtime */
function configurationFor({ dist, version }) {
  const { grantFileProtocolExtraPrivileges, ...fuses } = configuration.electronFuses
  const electronFuses =
    Number.parseInt(version, 10) >= fileProtocolFuseSince
      ? { ...fuses, grantFileProtocolExtraPrivileges }
      : fuses
  return { ...configuration, electronDist: dist, electronVersion: version, electronFuses }
}
