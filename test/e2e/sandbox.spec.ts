import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, copyFileSync, cpSync, existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from '@playwright/test'
import { makeUserDataFolder, readText } from './support/files'
import { needsLinux } from './support/linux'
import { processesUnder } from './support/processes'
import { findElectron, programArguments } from './support/program'

test.describe('the sandbox', () => {
  needsLinux('seccomp')

  /** As an ordinary user, who may not look into the folders of root: what is needed is copied. */
  function startAsNobody(folder: string): ChildProcess {
    const nobody = Number(execFileSync('id', ['-u', 'nobody'], { encoding: 'utf8' }))
    const [electron, project, display] = ['electron', 'project', 'display'].map((name) => join(folder, name))
    cpSync(dirname(findElectron()), electron ?? '', { recursive: true })
    for (const name of ['package.json', 'out'])
      cpSync(join(process.cwd(), name), join(project ?? '', name), { recursive: true })
    const authority = process.env.XAUTHORITY
    if (authority && existsSync(authority)) {
      copyFileSync(authority, display ?? '')
      chownSync(display ?? '', nobody, nobody)
    }
    chmodSync(folder, 0o755)
    const words = ['--reuid=nobody', '--regid=nogroup', '--clear-groups', join(electron ?? '', 'electron')]
    return spawn('setpriv', [...words, `--user-data-dir=/tmp/nobody-${process.pid}`, project ?? ''], {
      env: { ...process.env, XAUTHORITY: display, HOME: `/tmp/nobody-${process.pid}` },
      stdio: 'ignore',
    })
  }

  test('holds the window’s process', async () => {
    const { path: folder, remove } = makeUserDataFolder()
    const isRoot = process.getuid?.() === 0
    const child = isRoot
      ? startAsNobody(folder)
      : spawn(findElectron(), programArguments(folder), { stdio: 'ignore' })
    function seccompOfRenderers() {
      return processesUnder(child.pid ?? 0)
        .filter((pid) => readText(`/proc/${pid}/cmdline`).includes('--type=renderer'))
        .map((pid) => /^Seccomp:\s+(\d)/m.exec(readText(`/proc/${pid}/status`))?.[1])
    }
    try {
      await expect.poll(seccompOfRenderers).toEqual(['2'])
    } finally {
      child.kill()
      remove()
    }
  })
})
