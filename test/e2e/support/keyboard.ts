import { expect, type Locator, type Page } from '@playwright/test'
import type { Program } from './program'

/** No page of the program has so many things to pass. */
const mostStops = 120

/** What people do who have a keyboard and nothing else. */
export function keyboardOf({ app, page }: Pick<Program, 'app' | 'page'>) {
  async function press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await page.keyboard.press(key)
  }

  async function pressUntilReached(key: string, wanted: Locator): Promise<void> {
    for (let pressed = 0; pressed < mostStops; pressed++) {
      if (await wanted.evaluate((element) => element.contains(element.ownerDocument.activeElement))) return
      await press(key)
    }
    await expect(wanted, `reached with ${key}`).toBeFocused()
  }

  function tabTo(wanted: Locator): Promise<void> {
    return pressUntilReached('Tab', wanted)
  }

  async function activate(wanted: Locator): Promise<void> {
    await tabTo(wanted)
    await press('Enter')
  }

  return {
    press,
    tabTo,
    activate,
    /** Goes through a list, a menu or a group. */
    arrowTo: (wanted: Locator, key = 'ArrowDown'): Promise<void> => pressUntilReached(key, wanted),
    toggle: async (wanted: Locator): Promise<void> => {
      await tabTo(wanted)
      await press('Space')
    },
    /** Types in place of what stands in the field. */
    type: async (field: Locator, text: string): Promise<void> => {
      await tabTo(field)
      await press('ControlOrMeta+A')
      await page.keyboard.insertText(text)
    },
    paste: async (text: string): Promise<void> => {
      await app.evaluate(({ clipboard }, words) => clipboard.writeText(words), text)
      await press('ControlOrMeta+V')
    },
    /** Opens a menu and takes one of its items. */
    choose: async (opener: Locator, item: string | RegExp): Promise<void> => {
      await activate(opener)
      await expect(page.getByRole('menu')).toBeVisible()
      await pressUntilReached('ArrowDown', page.getByRole('menu').getByRole('menuitem', { name: item }))
      await press('Enter')
    },
    clipboard: (): Promise<string> => app.evaluate(({ clipboard }) => clipboard.readText()),
  }
}

export type Keyboard = ReturnType<typeof keyboardOf>

/** What has the focus now, and whether it can be seen where that is. */
export function focusedStop(page: Page): Promise<{ name: string; isShown: boolean; isMarked: boolean }> {
  return page.evaluate(describeFocus)
}

/** As text: it is for the window, whose types are none of the tests'. */
const describeFocus = `(() => {
  const element = document.activeElement
  const box = element.getBoundingClientRect()
  const isOutlined = (one) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(one)
    return outlineStyle !== 'none' && parseFloat(outlineWidth) > 0
  }
  // Some draw the ring around what belongs to them: the box of a check box, the frame of a field.
  // With nothing in focus the element is the body, above which there is no more than the page itself.
  const around = element.closest('label') ?? element.parentElement ?? element
  const near = [element, around, around.parentElement ?? around, ...around.querySelectorAll('*')]
  return {
    name: element.tagName + ' ' + (element.getAttribute('aria-label') ?? element.textContent.slice(0, 40)),
    isShown: around.getBoundingClientRect().width > 0 && box.bottom > 0 && box.top < innerHeight,
    isMarked: near.some(isOutlined) || element === document.body,
  }
})()`
