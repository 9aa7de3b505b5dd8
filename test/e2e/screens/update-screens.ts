import { expect } from '@playwright/test'
import type { Update, UpdatesState } from '../../../src/shared/updates'
import type { ScreenGroup, Stage } from './screen'

const update: Update = {
  version: '1.10.0',
  releasedAt: '2026-11-20T10:00:00.000Z',
  notes: {
    text: `What’s new\n\n- Finds assets by their metadata.\n- <b>Shows</b> ${'a-very-long-word-'.repeat(20)}\n- ما الجديد\n`.repeat(
      4,
    ),
    isCut: true,
  },
  bytes: 118_000_000,
}

const installed: UpdatesState = {
  version: '1.9.3',
  isTestBuild: false,
  server: 'https://downloads.a-company-with-a-long-name.example.com/asset-inspector/stable/',
  isAllowed: true,
  canInstall: true,
  proof: 'none',
  phase: { kind: 'unknown' },
  trouble: null,
}

/** As the program tells the window: this one was started from sources, which know of no update server. */
async function tell({ app, page }: Stage, state: Partial<UpdatesState>): Promise<void> {
  await expect(page.getByRole('main')).toBeVisible()
  await app.evaluate(
    ({ BrowserWindow }, told) => BrowserWindow.getAllWindows()[0]?.webContents.send('updatesChanged', told),
    { ...installed, ...state },
  )
}

function inSettings(state: Partial<UpdatesState>) {
  return async (stage: Stage) => {
    const { page } = stage
    await expect(page.getByRole('main')).toBeVisible()
    await page.keyboard.press('Control+,')
    const updates = page.getByRole('region', { name: 'Updates', exact: true })
    await expect(updates).toContainText('You have version')
    await tell(stage, state)
    await expect(updates).toContainText('You have version 1.9.3')
    await updates.evaluate((element) => element.scrollIntoView())
  }
}

function inSidebar(state: Partial<UpdatesState>, words: string) {
  return async (stage: Stage) => {
    await expect(stage.page.getByRole('button', { name: 'Settings', exact: true })).toBeVisible()
    await expect(async () => {
      await tell(stage, state)
      await expect(stage.page.getByText(words)).toBeVisible({ timeout: 1_000 })
    }).toPass()
  }
}

export const updateScreens: ScreenGroup = {
  name: 'updates of the program',
  prepare: ({ window }) => window.tryDemo(),
  screens: [
    { name: 'updates, asked once', reach: inSidebar({ isAllowed: null }, 'Check for updates?') },
    {
      name: 'updates, a version is offered',
      reach: inSidebar({ phase: { kind: 'available', update } }, 'Version 1.10.0 is available'),
    },
    { name: 'updates, no server', reach: inSettings({ server: null, isTestBuild: true }) },
    { name: 'updates, off', reach: inSettings({ isAllowed: false }) },
    {
      name: 'updates, newest',
      reach: inSettings({ phase: { kind: 'newest', checkedAt: '2026-11-20T10:00:00.000Z' } }),
    },
    { name: 'updates, available', reach: inSettings({ phase: { kind: 'available', update } }) },
    {
      name: 'updates, available elsewhere',
      reach: inSettings({
        canInstall: false,
        phase: { kind: 'available', update: { ...update, notes: null } },
      }),
    },
    {
      name: 'updates, downloading',
      reach: inSettings({
        phase: { kind: 'downloading', update, receivedBytes: 51_234_567, totalBytes: 118_000_000 },
      }),
    },
    {
      name: 'updates, ready',
      reach: inSettings({ proof: 'publisher', phase: { kind: 'ready', update } }),
    },
    {
      name: 'updates, not the file that was described',
      reach: inSettings({
        phase: { kind: 'available', update },
        trouble: { code: 'checksum', detail: '' },
      }),
    },
    {
      name: 'updates, server not reached',
      reach: inSettings({ trouble: { code: 'unreachable', detail: 'net::ERR_NAME_NOT_RESOLVED' } }),
    },
  ],
}
