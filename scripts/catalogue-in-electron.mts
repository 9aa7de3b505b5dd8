import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as v from 'valibot'
import { buildApp, toolCommand } from './build-app.mjs'
import { run } from './child.mjs'
import { resolveElectron } from './electron-runtime.mjs'
import { sessionToTestIn, thisMachine } from './linux-session.mjs'
import { ensureSystemPackages } from './system-packages.mjs'

type Suite = { specs: { title: string; ok: boolean }[]; suites?: Suite[] | undefined }

const suiteSchema: v.GenericSchema<Suite> = v.object({
  specs: v.array(v.object({ title: v.string(), ok: v.boolean() })),
  suites: v.optional(v.array(v.lazy(() => suiteSchema))),
})
const reportSchema = v.object({ suites: v.array(suiteSchema) })

function specsOf({ specs, suites = [] }: Suite): Suite['specs'] {
  return [...specs, ...suites.flatMap(specsOf)]
}

/**
 * Runs the cases of the catalogue that need Chromium's network stack, in the built program.
 *
 * Returns whether each passed, by the title of its test. Throws an `Error` when they could not be run at all.
 */
export async function runInElectron(): Promise<ReadonlyMap<string, boolean>> {
  const { dist, executable } = await resolveElectron()
  await ensureSystemPackages('test', executable)
  if ((await buildApp()) !== 0) throw new Error('The program could not be built.')
  const folder = mkdtempSync(path.join(tmpdir(), 'catalogue-'))
  const report = path.join(folder, 'report.json')
  const env = {
    ...process.env,
    ELECTRON_EXECUTABLE: executable,
    ELECTRON_OVERRIDE_DIST_PATH: dist,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  }
  const playwright = toolCommand('@playwright/test', 'playwright')
  const words = ['test', 'test/e2e/catalogue.spec.ts', '--reporter=json']
  try {
    await run([...sessionToTestIn(thisMachine()), ...playwright, ...words], { env, stdout: 'stderr' })
    const { suites } = v.parse(reportSchema, JSON.parse(readFileSync(report, 'utf8')))
    return new Map(suites.flatMap(specsOf).map(({ title, ok }) => [title, ok]))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
