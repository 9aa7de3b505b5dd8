import { expect } from '@playwright/test'
import { addConnectionTo, assetAt, connectionTo } from '../support/cloud'
import type { ScreenGroup, Stage } from './screen'

const harbour = 'harbour at first light (final).jpg'

async function edit({ window, cloud }: Stage, connection: string): Promise<void> {
  await window.connection(connection).first().click()
  await window.goTo('Browse')
  await window.askFor(assetAt(cloud, harbour))
  await expect(window.tree.or(window.button('Review changes')).first()).toBeVisible()
  if (await window.button('Edit metadata').isVisible()) await window.button('Edit metadata').click()
}

async function editTitle(stage: Stage): Promise<void> {
  const { window } = stage
  await edit(stage, 'Editor')
  await expect(window.button('Review changes')).toBeVisible()
  await window.row('dc:title').first().click()
  await window.field('Value').fill('Beach at dawn')
  await expect(window.row('dc:title').first()).toContainText('Changed')
}

async function editDate(stage: Stage): Promise<void> {
  await editTitle(stage)
  await stage.window.tree.focus()
  await stage.page.keyboard.type('exif:DateTimeOriginal')
  await expect(stage.window.activeRow).toContainText('exif:DateTimeOriginal')
  await expect(stage.page.getByRole('spinbutton', { name: /^day/ })).toBeVisible()
}

export const editScreens: ScreenGroup = {
  name: 'editing',
  prepare: async ({ window, cloud }) => {
    await addConnectionTo(window, cloud, 'Editor')
    await window.addConnection({ ...connectionTo(cloud, 'Reader'), name: 'Live', environment: 'Production' })
  },
  screens: [
    { name: 'a changed field', reach: editTitle },
    {
      name: 'a list',
      reach: async (stage) => {
        await editTitle(stage)
        await stage.window.row('dc:subject').first().click()
        await expect(stage.window.button('Add item')).toBeVisible()
      },
    },
    { name: 'a date', reach: editDate },
    {
      name: 'the calendar of a date',
      reach: async (stage) => {
        await editDate(stage)
        await stage.page.getByRole('button', { name: /^Calendar/ }).click()
        await expect(stage.page.getByRole('grid', { name: 'January 2026' })).toBeVisible()
      },
    },
    {
      name: 'a new field',
      reach: async (stage) => {
        await editTitle(stage)
        await stage.window.row('Asset metadata').first().click()
        await stage.window.button('Add field').click()
        await stage.page.keyboard.press('Escape')
        await expect(stage.page.getByRole('combobox', { name: 'Field name' })).toBeVisible()
      },
    },
    {
      name: 'a patch by hand with a problem',
      reach: async (stage) => {
        await edit(stage, 'Editor')
        await stage.page.getByRole('radio', { name: 'JSON Patch' }).click()
        await stage.page.getByRole('textbox', { name: 'JSON Patch' }).fill('[{"op":"remove","path":"foo"}]')
        await expect(stage.page.getByText('Operation 1:')).toBeVisible()
      },
    },
    {
      name: 'the review',
      reach: async (stage) => {
        await editTitle(stage)
        await stage.window.button('Review changes').click()
        await expect(stage.page.locator('pre')).toContainText('PATCH')
      },
    },
    {
      name: 'a connection that may not change anything',
      reach: async (stage) => {
        await edit(stage, 'Live')
        await expect(stage.window.button('Allow changes')).toBeVisible()
      },
    },
    {
      name: 'production that asks for its name',
      reach: async (stage) => {
        await edit(stage, 'Live')
        await stage.window.button('Allow changes').click()
        await expect(stage.window.field('Name of this connection')).toBeVisible()
      },
    },
    {
      name: 'production that may be changed, and refuses',
      reach: async (stage) => {
        const { window, page } = stage
        await edit(stage, 'Live')
        await expect(window.field('Name of this connection').or(window.button('Allow changes'))).toBeVisible()
        if (await window.button('Allow changes').isVisible()) await window.button('Allow changes').click()
        await window.field('Name of this connection').fill('Live')
        await window.button('Unlock changes').click()
        await window.row('dc:title').first().click()
        await window.field('Value').fill('New')
        await window.button('Review changes').click()
        await window.button('Send changes').click()
        await expect(page.getByRole('alert').first()).toBeVisible()
      },
    },
    {
      name: 'a change that was sent',
      reach: async (stage) => {
        await editTitle(stage)
        await stage.window.button('Review changes').click()
        await stage.window.button('Send changes').click()
        await expect(stage.page.getByText('Changed 1 field in AEM.')).toBeVisible()
      },
    },
  ],
}
