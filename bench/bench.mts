/*
 * npm run bench [-- --only <name> …]
 *
 * Measures the built program against its references and prints a table of ratios; what there is to measure is in
 * `rows.mts`. A whole run writes `bench/results.md`. Ends with 0 when everything could be measured, whatever came of it.
 */
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { buildApp, toolCommand } from '../scripts/build-app.mjs'
import { asCommand, run } from '../scripts/child.mjs'
import { resolveElectron } from '../scripts/electron-runtime.mjs'
import { sessionToTestIn, thisMachine } from '../scripts/linux-session.mjs'
import { ensureSystemPackages } from '../scripts/system-packages.mjs'
import { rowsNamed } from './rows.mjs'
import { installVanillaJsonEditor } from './vanilla-jsoneditor.mjs'

await asCommand(async () => {
  const { values, positionals } = parseArgs({
    options: { only: { type: 'string', multiple: true, default: [] } },
    allowPositionals: true,
  })
  const names = [...values.only, ...positionals]
  rowsNamed(names)
  const { executable } = await resolveElectron()
  await ensureSystemPackages('test', executable)
  await installVanillaJsonEditor()
  const buildCode = await buildApp()
  if (buildCode !== 0) return buildCode
  const measurements = fileURLToPath(new URL('measure.mts', import.meta.url))
  const session = sessionToTestIn(thisMachine())
  return run([...session, ...toolCommand('tsx'), measurements, ...names], {
    env: { ...process.env, ELECTRON_EXECUTABLE: executable },
  })
})
