/**
 * Empties an input as its user would, so that React and react-aria forget the text too: what they know of an element
 * can outlive it, for as long as a transition of the page holds on to it.
 */
export function emptyInput(input: HTMLInputElement): void {
  // Past the setter of React, which would not hear of the change otherwise.
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, '')
  input.dispatchEvent(new Event('input', { bubbles: true }))
}
