import { expect, type Locator, type Page } from '@playwright/test'

/** What a user types into the form of a connection; what is left out stays as it is. */
export type ConnectionWords = {
  name?: string
  environment?: 'Development' | 'Stage' | 'Production'
  bucket?: string
  clientId?: string
  secret?: string
  scopes?: string
  imsHost?: string
  aemHost?: string
}

const labels = {
  name: 'Connection name',
  bucket: 'Bucket',
  clientId: 'Client ID',
  secret: 'Client secret',
  scopes: 'Scopes',
  imsHost: 'IMS host',
  aemHost: 'AEM host',
} as const

/** The window as its users know it: by the names that they see or hear. */
export function mainWindow(page: Page) {
  function button(name: string): Locator {
    return page.getByRole('button', { name, exact: true })
  }
  function field(name: string): Locator {
    return page.getByLabel(name, { exact: true })
  }
  const tree = page.getByRole('treegrid', { name: 'Metadata' })
  const dialog = page.getByRole('alertdialog')

  async function openAdvanced(): Promise<void> {
    const advanced = button('Advanced')
    if ((await advanced.getAttribute('aria-expanded')) !== 'true') await advanced.click()
  }

  async function fillConnection({ environment, ...texts }: ConnectionWords): Promise<void> {
    if (texts.imsHost !== undefined || texts.aemHost !== undefined) await openAdvanced()
    for (const name of ['name', 'bucket', 'clientId', 'secret', 'scopes', 'imsHost', 'aemHost'] as const) {
      const text = texts[name]
      if (text !== undefined) await field(labels[name]).fill(text)
    }
    if (environment) await page.getByRole('radio', { name: environment }).check({ force: true })
  }

  /** Presses Save and waits until it has been done. */
  async function save(): Promise<void> {
    await button('Save connection').click()
    await expect(page.getByText('Connection saved.')).toBeVisible()
  }

  async function askFor(assetId: string): Promise<void> {
    await field('Asset').fill(assetId)
    await button('Get metadata').click()
  }

  return {
    button,
    field,
    tree,
    /** Rows that are elements of the page; the tree has more of them than it shows. */
    rows: tree.getByRole('row').filter({ has: page.getByRole('gridcell') }),
    row: (text: string | RegExp): Locator => tree.getByRole('row').filter({ hasText: text }),
    activeRow: tree.locator('[role=row][aria-selected=true]'),
    filter: field('Filter metadata'),
    alert: page.getByRole('alert'),
    status: page.getByRole('status'),
    progress: page.getByRole('progressbar'),
    dialog,
    connection: (name: string): Locator =>
      page.getByRole('navigation', { name: 'Connections' }).getByRole('listitem').filter({ hasText: name }),
    openAdvanced,
    fillConnection,
    save,
    askFor,

    addConnection: async (words: ConnectionWords): Promise<void> => {
      await button('Add connection').click()
      await fillConnection(words)
      await save()
    },
    /** Of the connection whose settings are shown. */
    allowChanges: async (): Promise<void> => {
      const control = page.getByRole('switch', { name: 'Allow changes to metadata' })
      await control.click({ force: true })
      await expect(control).toBeChecked()
    },
    tryDemo: async (): Promise<void> => {
      await button('Try the demo').click()
      await expect(tree).toBeVisible()
    },
    goTo: async (tab: 'Browse' | 'Assets' | 'Compare' | 'Check' | 'Connection settings'): Promise<void> => {
      await page
        .getByRole('navigation', { name: 'Pages of this connection' })
        .getByRole('button', { name: tab })
        .click()
    },
    /** In the settings, which it leaves again. */
    chooseTheme: async (theme: 'System' | 'Light' | 'Dark'): Promise<void> => {
      await expect(page.getByRole('main')).toBeVisible()
      // A menu that is still fading out keeps shortcuts away from what is behind it.
      await expect(page.getByRole('dialog')).toHaveCount(0)
      await page.keyboard.press('ControlOrMeta+,')
      await page.getByRole('radio', { name: theme }).click({ force: true })
      await page.keyboard.press('ControlOrMeta+,')
    },
    forget: async (): Promise<void> => {
      await button('Forget connection').click()
      await dialog.getByRole('button', { name: 'Forget', exact: true }).click()
    },
  }
}

export type MainWindow = ReturnType<typeof mainWindow>
