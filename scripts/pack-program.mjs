// @ts-check
import path from 'node:path'
import { build } from 'electron-builder'
import { buildApp, buildIsStale } from './build-app.mjs'
import { note } from './child.mjs'
import { projectFolder } from './electron-runtime.mjs'
import { configurationFor, updateServer } from './package-configuration.mjs'

/**
 * Packages the built app with this Electron into an unpacked folder, or as what users install.
 * @param {{
 *   runtime: import('./electron-dist.mjs').ElectronRuntime,
 *   version: string,
 *   installers?: boolean,
 *   signsAdHoc?: boolean,
 *   output?: string,
 * }} order `output` is a folder inside the project
 */
export async function packProgram({
  runtime,
  version,
  installers = false,
  signsAdHoc = false,
  output = 'dist',
}) {
  if (buildIsStale() && (await buildApp()) !== 0) throw new Error('The app could not be built.')
  note(`Packaging version ${version} with Electron ${runtime.version} …`)
  const downloadsItself = process.platform === 'darwin' && installers
  const configuration = configurationFor({
    runtime,
    version,
    downloadsItself,
    signsAdHoc,
    publish: updateServer(process.env),
  })
  await build({
    projectDir: projectFolder,
    ...(!installers && { dir: true }),
    config: { ...configuration, directories: { ...configuration.directories, output } },
  })
  return path.join(projectFolder, output)
}
