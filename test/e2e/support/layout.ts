import type { Page } from '@playwright/test'

/**
 * Controls that reach out of the window at its sides. Only inside of a tree, a table or a named frame that the keyboard reaches
 * may they be scrolled to.
 */
export function findCutOffControls(page: Page): Promise<readonly string[]> {
  return page.evaluate(cutOffControls)
}

/** What no one should see at any size: controls that are cut off or under others, and a page that scrolls sideways. */
export async function findLayoutFaults(page: Page): Promise<readonly string[]> {
  const [cutOff, covered, scrolls] = await Promise.all([
    findCutOffControls(page),
    page.evaluate<readonly string[]>(coveredControls),
    page.evaluate('document.documentElement.scrollWidth > innerWidth + 1'),
  ])
  return [
    ...cutOff.map((control) => `cut off: ${control}`),
    ...covered.map((control) => `covered: ${control}`),
    ...(scrolls ? ['the page scrolls sideways'] : []),
  ]
}

/** Controls whose middle is under something else, unless they are scrolled away or behind a dialog or a menu. */
const coveredControls = `(() => {
  const nameOf = (element) =>
    element.tagName + ' ' + (element.getAttribute('aria-label') ?? element.textContent).slice(0, 60)
  // A control that is scrolled to its middle has that on the edge, where the next element begins.
  const isWithin = ({ left, right, top, bottom }, x, y) => x >= left && x < right - 1 && y >= top && y < bottom - 1
  const isInSight = (element, x, y) => {
    for (let above = element.parentElement; above !== null; above = above.parentElement) {
      const clips = getComputedStyle(above).overflow !== 'visible'
      if (clips && !isWithin(above.getBoundingClientRect(), x, y)) return false
    }
    return isWithin({ left: 0, top: 0, right: innerWidth, bottom: innerHeight }, x, y)
  }
  const controls = document.querySelectorAll('button, a[href], input, textarea, [role=tab], [role=menuitem]')
  return [...controls].flatMap((control) => {
    if (!control.checkVisibility({ checkVisibilityCSS: true }) || control.closest('[inert], [aria-hidden=true]')) return []
    const { left, top, width, height } = control.getBoundingClientRect()
    if (width <= 1 || height <= 1) return []
    const [x, y] = [left + width / 2, top + height / 2]
    const above = document.elementFromPoint(x, y)
    if (!isInSight(control, x, y) || above === null) return []
    const box = control.closest('label') ?? control.parentElement
    if (box.contains(above) || above.contains(control)) return []
    if (above.closest('[role=dialog], [role=menu], [role=listbox], [role=tooltip], [role=alertdialog]')) return []
    return [nameOf(control) + ' under ' + nameOf(above)]
  })
})()`

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
    .filter((control) => control.closest('[inert], [aria-hidden=true]') === null)
    .filter((control) => reachesOut(control.getBoundingClientRect()) && !isReachable(control))
    .map((control) => control.tagName + ' ' + (control.getAttribute('aria-label') ?? control.textContent).slice(0, 60))
})()`

/** Buttons that cover a part of each other, as far as they are not scrolled out of sight. */
export function findOverlaps(page: Page): Promise<readonly string[]> {
  return page.evaluate(overlaps)
}

const overlaps = `(() => {
  const isSeen = (element) => element.checkVisibility({ checkVisibilityCSS: true })
  const partInSight = (element) => {
    let { left, right, top, bottom } = element.getBoundingClientRect()
    for (let above = element.parentElement; above !== null; above = above.parentElement) {
      if (getComputedStyle(above).overflowY === 'visible') continue
      const frame = above.getBoundingClientRect()
      left = Math.max(left, frame.left)
      right = Math.min(right, frame.right)
      top = Math.max(top, frame.top)
      bottom = Math.min(bottom, frame.bottom)
    }
    return { left, right, top, bottom }
  }
  const boxed = [...document.querySelectorAll('button, [role=radio], [role=tab]')]
    .filter(isSeen)
    .map((element) => ({ element, box: partInSight(element) }))
  const meet = (one, other) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1
  const nameOf = (element) => (element.getAttribute('aria-label') ?? element.textContent).slice(0, 40)
  return boxed.flatMap((one, index) =>
    boxed
      .slice(index + 1)
      .filter((other) => meet(one.box, other.box) && !one.element.contains(other.element))
      .map((other) => nameOf(one.element) + ' / ' + nameOf(other.element)),
  )
})()`
