import { expect, type Page } from '@playwright/test'

/** The window as it is after its start; what the program knows besides stays. */
export async function reload(page: Page): Promise<void> {
  await page.evaluate('sessionStorage.clear()')
  await page.reload()
  await expect(page.getByRole('main')).toBeVisible()
}
