import { expect } from '@playwright/test'
import { failureAssetId } from '../../../src/demo-cloud/failures/failure-assets'
import { addConnectionTo, assetAt, connectionTo } from '../support/cloud'
import { pasteInto } from '../support/desktop'
import type { ScreenGroup, Stage } from './screen'

const harbour = 'harbour at first light (final).jpg'
const stageBucket = 'author-p10001-e20002'

/** The page of a connection on which nothing was read yet. */
export async function openBrowse({ window, cloud }: Stage, connection: string): Promise<void> {
  await window.connection(connection).first().click()
  await window.goTo('Browse')
  // An earlier screen may have left another.
  await window.field('Bucket').fill(cloud.bucket)
}

async function paste(stage: Stage, text: string): Promise<void> {
  await openBrowse(stage, 'Reader')
  await pasteInto(stage, stage.window.field('Asset'), text)
}

async function ask(stage: Stage, text: string): Promise<void> {
  await openBrowse(stage, 'Reader')
  await stage.window.askFor(text)
}

export const requestScreens: ScreenGroup = {
  name: 'asking for an asset',
  prepare: async ({ window, cloud }) => {
    await addConnectionTo(window, cloud, 'Reader')
    const atStage = { ...connectionTo(cloud, 'Editor'), bucket: stageBucket, environment: 'Stage' } as const
    await window.addConnection({ ...atStage, name: 'Stage' })
    await window.addConnection({ ...atStage, name: 'Stage, second client' })
    await addConnectionTo(window, cloud, 'Not allow-listed')
    await addConnectionTo(window, cloud, 'Wrong secret')
  },
  screens: [
    {
      name: 'nothing asked yet',
      reach: async (stage) => {
        await openBrowse(stage, 'Reader')
        await expect(stage.page.getByRole('heading', { name: 'Which asset?' })).toBeVisible()
      },
    },
    {
      name: 'request with errors',
      reach: async (stage) => {
        await openBrowse(stage, 'Reader')
        await stage.window.field('Bucket').fill('publish-p1-e2')
        await stage.window.askFor('tea.jpg')
        await expect(stage.window.field('Asset')).toHaveAttribute('aria-invalid', 'true')
      },
    },
    {
      name: 'understood, of another connection',
      reach: async (stage) => {
        await paste(
          stage,
          `https://${stageBucket}.adobeaemcloud.com/adobe/assets/${failureAssetId(404)}/metadata`,
        )
        await expect(stage.window.button('Switch to \u2068Stage, second client\u2069')).toBeVisible()
      },
    },
    {
      name: 'understood, of an unknown environment',
      reach: async (stage) => {
        await paste(
          stage,
          `https://author-p9-e9.adobeaemcloud.com/adobe/assets/${failureAssetId(404)}/metadata`,
        )
        await expect(stage.page.getByText('you have no connection for that')).toBeVisible()
      },
    },
    {
      name: 'several assets found',
      reach: async (stage) => {
        const ids = stage.cloud.assets.slice(0, 12).map(({ assetId }) => assetId)
        await paste(stage, ids.join('\n'))
        await expect(stage.page.getByText('12 assets found')).toBeVisible()
      },
    },
    {
      name: 'one of several assets',
      reach: async (stage) => {
        const ids = stage.cloud.assets.slice(0, 12).map(({ assetId }) => assetId)
        await paste(stage, ids.join('\n'))
        await stage.page.keyboard.press('Enter')
        await expect(stage.window.tree).toBeVisible()
      },
    },
    {
      name: 'path that AEM refuses',
      reach: async (stage) => {
        await ask(stage, '/content/dam/fjordline/not there yet.jpg')
        await expect(stage.window.alert).toContainText('AEM requires a signed-in person here')
      },
    },
    {
      name: 'reading in progress',
      reach: async (stage) => {
        await ask(stage, failureAssetId(9001))
        await expect(stage.window.progress).toBeVisible()
      },
    },
    {
      name: 'failure with its evidence',
      reach: async (stage) => {
        await openBrowse(stage, 'Not allow-listed')
        await stage.window.askFor(assetAt(stage.cloud, harbour))
        await expect(stage.window.alert).toBeVisible()
        await stage.page.getByRole('button', { name: 'Details' }).first().click()
      },
    },
    {
      name: 'failure after a reading',
      reach: async (stage) => {
        await ask(stage, assetAt(stage.cloud, harbour))
        await expect(stage.window.tree).toBeVisible()
        await stage.window.askFor(failureAssetId(2012))
        await expect(stage.window.alert).toBeVisible()
      },
    },
    {
      name: 'request that failed',
      reach: async (stage) => {
        await openBrowse(stage, 'Wrong secret')
        await stage.window.askFor(assetAt(stage.cloud, harbour))
        await expect(stage.window.alert).toBeVisible()
        await stage.page.getByRole('tab', { name: 'Request' }).click()
        await expect(stage.page.getByRole('region', { name: 'Latest request' })).toBeVisible()
      },
    },
  ],
}
