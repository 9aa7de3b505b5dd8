import { useEffect } from 'react'

const tabbable =
  'a[href], button:not([disabled]), input:not([disabled]), textarea:not([disabled]), [tabindex="0"]'

/** An element and all around it, from the inside out. */
function withAncestors(element: Element): Element[] {
  const chain: Element[] = []
  for (let at: Element | null = element; at !== null; at = at.parentElement) chain.push(at)
  return chain
}

/** Where to go on near something that is gone: its list or section, or else its pane as a whole. */
function findNear(chain: readonly Element[]): HTMLElement | null {
  for (const around of chain) {
    if (!(around instanceof HTMLElement) || !around.isConnected || around === document.body) continue
    if (around.tabIndex === -1 && around.hasAttribute('tabindex')) return around
    const inside = around.querySelector<HTMLElement>(tabbable)
    if (inside) return inside
  }
  return null
}

/**
 * Moves the focus on when what had it is removed, as by a deletion: at the body, keys would do nothing and the Tab key begin
 * at the top of the window.
 */
export function useFocusRescue(): void {
  useEffect(() => {
    let chain: readonly Element[] = []
    function isLost(): boolean {
      return document.activeElement === document.body && chain[0]?.isConnected === false
    }
    function rescue(): void {
      // A dialog that closes gives the focus back by itself, in the next frame.
      if (isLost())
        requestAnimationFrame(() => requestAnimationFrame(() => isLost() && findNear(chain)?.focus()))
    }
    function remember({ target }: FocusEvent): void {
      if (target instanceof Element) chain = withAncestors(target)
    }
    const observer = new MutationObserver(rescue)
    observer.observe(document.body, { childList: true, subtree: true })
    document.addEventListener('focusin', remember)
    return () => {
      observer.disconnect()
      document.removeEventListener('focusin', remember)
    }
  }, [])
}
