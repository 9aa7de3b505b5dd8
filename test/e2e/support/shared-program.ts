import { expect } from '@playwright/test'
import { type DemoCloud, startDemoCloud } from '../../../src/demo-cloud/demo-cloud'
import { assetAt } from './cloud'
import { makeUserDataFolder } from './files'
import { keyboardOf } from './keyboard'
import type { Program } from './program'
import { reload } from './reload'
import { test } from './test'

/** One program for many actions; each begins with a window that was just loaded, at the asset that was read last. */
export function shareProgram(prepare: (program: Program, cloud: DemoCloud) => Promise<void>) {
  const folder = makeUserDataFolder()
  const shared: { program?: Program; cloud?: DemoCloud } = {}
  test.beforeAll(async ({ programs }) => {
    shared.cloud = await startDemoCloud()
    shared.program = await programs.open({ userData: folder.path })
    await prepare(shared.program, shared.cloud)
  })
  test.afterAll(async () => {
    await shared.program?.close()
    await shared.cloud?.close()
    folder.remove()
  })
  return async () => {
    const { program, cloud } = shared
    if (!program || !cloud) throw new Error('Nothing was prepared')
    await reload(program.page)
    return { ...program, cloud, keyboard: keyboardOf(program), folder: folder.path }
  }
}

export type Started = Awaited<ReturnType<ReturnType<typeof shareProgram>>>

/** Reads an asset, with the keyboard alone. */
export async function read({ keyboard, window, cloud }: Started, pathEnd: string): Promise<void> {
  await keyboard.type(window.field('Asset'), assetAt(cloud, pathEnd))
  await keyboard.press('Enter')
  await expect(window.tree).toBeVisible()
}
