import { expect } from '@playwright/test'
import { addConnectionTo, assetAt, stageConnectionTo } from '../support/cloud'
import type { ScreenGroup, Stage } from './screen'

const harbour = 'harbour at first light (final).jpg'

async function openCompare({ window }: Stage, connection = 'Reader with repository paths'): Promise<void> {
  await window.connection(connection).first().click()
  await window.goTo('Compare')
}

async function compare(stage: Stage): Promise<void> {
  const { page, window, cloud } = stage
  await openCompare(stage)
  await window.field('Asset').fill(assetAt(cloud, harbour))
  const other = page.getByRole('checkbox', { name: 'Live' })
  if (!(await other.isChecked())) await other.check({ force: true })
  await window.button('Start comparison').click()
  await expect(page.getByRole('grid', { name: 'Comparison' })).toContainText('Harbour, early')
}

export const compareScreens: ScreenGroup = {
  name: 'comparing',
  prepare: async ({ window, cloud }) => {
    await addConnectionTo(window, cloud, 'Reader with repository paths')
    await window.addConnection(stageConnectionTo(cloud, 'Stage: metadata editor with repository paths'))
    await window.addConnection({ ...stageConnectionTo(cloud, 'Wrong secret'), name: 'Broken' })
  },
  screens: [
    { name: 'two environments', reach: compare },
    {
      name: 'an open difference',
      reach: async (stage) => {
        await compare(stage)
        await stage.page.getByRole('switch', { name: 'Differences only' }).check({ force: true })
        const title = stage.page.getByRole('row').filter({ hasText: 'dc:title' })
        await title.click()
        await expect(title.getByRole('button', { name: 'Use in Live' })).toBeVisible()
      },
    },
    {
      name: 'a connection that fails',
      reach: async (stage) => {
        await openCompare(stage)
        await stage.page.getByRole('checkbox', { name: 'Broken' }).check({ force: true })
        await compare(stage)
        await expect(stage.page.getByRole('alert')).toBeVisible()
      },
    },
    {
      name: 'the names of what always differs',
      reach: async (stage) => {
        await compare(stage)
        await stage.window.button('Fields that always differ').click()
        await expect(stage.page.getByRole('textbox', { name: 'Field names' })).toBeVisible()
      },
    },
  ],
}
