import { type ContextMenuParams, Menu, type MenuItemConstructorOptions, type WebContents } from 'electron'
import * as v from 'valibot'
import type { Handlers } from '../../shared/contract'
import { type CopiedPart, copiedParts } from '../../shared/metadata'
import { parseInput } from '../input/parse-input'
import { contextMenuWords } from './main-messages'

/** What Chromium allows at the place of a right click; text that isn't selected has no menu. */
function itemsFor({
  isEditable,
  selectionText,
  editFlags,
}: Pick<ContextMenuParams, 'isEditable' | 'selectionText' | 'editFlags'>): MenuItemConstructorOptions[] {
  const copy: MenuItemConstructorOptions = {
    role: 'copy',
    label: contextMenuWords.copy,
    enabled: editFlags.canCopy,
  }
  if (!isEditable) return selectionText.trim() === '' ? [] : [copy]
  return [
    { role: 'undo', label: contextMenuWords.undo, enabled: editFlags.canUndo },
    { role: 'redo', label: contextMenuWords.redo, enabled: editFlags.canRedo },
    { type: 'separator' },
    { role: 'cut', label: contextMenuWords.cut, enabled: editFlags.canCut },
    copy,
    { role: 'paste', label: contextMenuWords.paste, enabled: editFlags.canPaste },
    { type: 'separator' },
    { role: 'selectAll', label: contextMenuWords.selectAll, enabled: editFlags.canSelectAll },
  ]
}

/** Gives text fields and selected text the usual menu; Electron has none of its own. */
export function addTextMenu(contents: WebContents): void {
  contents.on('context-menu', (_event, params) => {
    const items = itemsFor(params)
    if (items.length > 0) Menu.buildFromTemplate(items).popup()
  })
}

const menuSchema = v.object({
  parts: v.pipe(v.array(v.picklist(copiedParts)), v.minLength(1), v.maxLength(10)),
})

/** The menu of a metadata row. `publish` sends the choice to the window, which knows the selected rows. */
export function copyMenuHandlers(publish: (part: CopiedPart) => void): Pick<Handlers, 'openCopyMenu'> {
  return {
    openCopyMenu: async (input) => {
      const { parts } = parseInput(menuSchema, input)
      const items = parts.map((part) => ({ label: contextMenuWords.parts[part], click: () => publish(part) }))
      Menu.buildFromTemplate(items).popup()
      return null
    },
  }
}
