import type { Page } from '@playwright/test'

/**
 * Controls that reach out of the window at its sides. Only inside of a tree, a table or a named frame that the keyboard reaches
 * may they be scrolled to.
 */
export function findCutOffControls(page: Page): Promise<readonly string[]> {
  return page.evaluate(cutOffControls)
}

/** As text: it is for the window, whose types are none of the tests'. */
const cutOffControls = `(() => {
  const scrolls = (element) => /auto|scroll/.test(getComputedStyle(element).overflowX)
  const isWidget = (element) => element.matches('[role]:not([role=main]), table, pre, textarea, section[aria-label][tabindex="0"]')
  const isReachable = (element) => {
    for (let above = element.parentElement; above !== null; above = above.parentElement) {
      if (isWidget(above) && scrolls(above)) return true
    }
    return false
  }
  const reachesOut = ({ left, right, width, height }) =>
    width > 1 && height > 1 && (left < -1 || right > innerWidth + 1)
  const controls = document.querySelectorAll('button, a[href], input, textarea, [role=tab], [role=menuitem]')
  return [...controls]
    .filter((control) => control.checkVisibility({ checkVisibilityCSS: true }))
    .filter((control) => reachesOut(control.getBoundingClientRect()) && !isReachable(control))
    .map((control) => control.tagName + ' ' + (control.getAttribute('aria-label') ?? control.textContent).slice(0, 60))
})()`
