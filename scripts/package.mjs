// @ts-check
/*
 * npm run package [-- --installers] [-- --deb] [-- --ad-hoc] [-- --smoke]
 *
 * Packages the app for this platform: an unpacked folder in dist/, or with --installers what users install (deb and AppImage,
 * dmg, nsis; --deb makes that one alone). --ad-hoc signs for this Mac, without a certificate. With --smoke the unpacked
 * program is then started and used. See docs/packaging.md.
 */
import { buildDeb } from './build-deb.mjs'
import { asCommand, note } from './child.mjs'
import { packagedProgram } from './electron-dist.mjs'
import { officialVersion, resolveElectron } from './electron-runtime.mjs'
import { packProgram } from './pack-program.mjs'
import { packageVersion } from './package-configuration.mjs'
import { runSmokeTest } from './smoke.mjs'

await asCommand(async () => {
  const options = new Set(process.argv.slice(2))
  const installers = options.has('--installers')
  const makesDeb = process.platform === 'linux' && (installers || options.has('--deb'))
  const runtime = await resolveElectron()
  const version = packageVersion({
    runtime,
    officialVersion: officialVersion(),
    isInstaller: installers || makesDeb,
    environment: process.env,
  })
  const output = await packProgram({ runtime, version, installers, signsAdHoc: options.has('--ad-hoc') })
  if (makesDeb) {
    const { folder } = packagedProgram(output)
    note(`Made ${await buildDeb({ folder, version, electronVersion: runtime.version, output })}`)
  }
  return options.has('--smoke') ? runSmokeTest(packagedProgram(output)) : 0
})
