import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { _electron, type ElectronApplication } from '@playwright/test'
import { build } from 'vite'
import { makeTempFolder } from '../temp-folder'

const root = resolve(__dirname, '../../..')

/** Inside `node_modules`, so that keytar is found from there. */
async function buildHost(): Promise<string> {
  const caches = join(root, 'node_modules/.cache')
  mkdirSync(caches, { recursive: true })
  const folder = mkdtempSync(join(caches, 'adapter-host-'))
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['electron', 'keytar'] },
    build: {
      ssr: true,
      target: 'node18',
      outDir: folder,
      minify: false,
      rolldownOptions: {
        input: {
          main: join(root, 'test/support/adapter-host/main.ts'),
          'keychain-process': join(root, 'src/main/keychain/keychain-process.ts'),
        },
        output: { format: 'cjs', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  })
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'adapter-host', main: 'main.js' }))
  return folder
}

export function electronExecutable(): string {
  return (
    process.env.ELECTRON_EXECUTABLE ??
    execFileSync(process.execPath, [join(root, 'scripts/electron-path.mjs')], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  )
}

/** Proxies of the machine that runs the tests are not what is tested. */
function withoutProxies(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      value === undefined || /^(https?|all|no|ftp)_proxy$/i.test(name) ? [] : [[name, value]],
    ),
  )
}

export type RunningHost = { app: ElectronApplication; userData: string; close: () => Promise<void> }

/** Builds the adapters into a program of their own and starts it in a real Electron, or by what starts that. */
export async function launchAdapterHost(
  environment: NodeJS.ProcessEnv = process.env,
  executablePath = electronExecutable(),
): Promise<RunningHost> {
  const folder = await buildHost()
  const { path: userData, remove } = makeTempFolder()
  function cleanUp(): void {
    remove()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const app = await _electron.launch({
      executablePath,
      args: [folder, `--user-data-dir=${userData}`, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
      env: withoutProxies(environment),
    })
    return { app, userData, close: () => app.close().finally(cleanUp) }
  } catch (thrown) {
    cleanUp()
    throw thrown
  }
}
