import { type ContextMenuParams, Menu, type MenuItemConstructorOptions, type WebContents } from 'electron'
import * as v from 'valibot'
import type { Handlers } from '../../shared/contract'
import { type CopiedPart, copiedParts } from '../../shared/metadata'
import { parseInput } from '../input/parse-input'
import type { MainMessages, MenuRole } from './main-messages'

/** What Chromium allows at the place of a right click; text that isn't selected has no menu. */
function itemsFor(
  { isEditable, selectionText, editFlags }: ContextMenuParams,
  { menu }: MainMessages,
): MenuItemConstructorOptions[] {
  function item(role: MenuRole, enabled: boolean): MenuItemConstructorOptions {
    return { role, label: menu.role(role), enabled }
  }
  const copy = item('copy', editFlags.canCopy)
  if (!isEditable) return selectionText.trim() === '' ? [] : [copy]
  return [
    item('undo', editFlags.canUndo),
    item('redo', editFlags.canRedo),
    { type: 'separator' },
    item('cut', editFlags.canCut),
    copy,
    item('paste', editFlags.canPaste),
    { type: 'separator' },
    item('selectAll', editFlags.canSelectAll),
  ]
}

/** Gives text fields and selected text the usual menu; Electron has none of its own. */
export function addTextMenu(contents: WebContents, messages: () => MainMessages): void {
  contents.on('context-menu', (_event, params) => {
    const items = itemsFor(params, messages())
    if (items.length > 0) Menu.buildFromTemplate(items).popup()
  })
}

const menuSchema = v.object({
  parts: v.pipe(v.array(v.picklist(copiedParts)), v.minLength(1), v.maxLength(10)),
})

/** The menu of a metadata row. `toCaller` makes the way back to the window that asks, which knows the selected rows. */
export function copyMenuHandlers(
  toCaller: () => (part: CopiedPart) => void,
  messages: () => MainMessages,
): Pick<Handlers, 'openCopyMenu'> {
  return {
    openCopyMenu: async (input) => {
      const { parts } = parseInput(menuSchema, input)
      const { copyPart } = messages()
      const publish = toCaller()
      const items = parts.map((part) => ({ label: copyPart(part), click: () => publish(part) }))
      Menu.buildFromTemplate(items).popup()
      return null
    },
  }
}
