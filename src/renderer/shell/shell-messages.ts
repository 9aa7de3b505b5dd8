import { defineMessages, type Say } from '../language/messages'
import en from './messages/en.json'

export type ShellMessages = Say<keyof typeof en>

/** The words of the window's frame, and those that several features share. */
export const useShellMessages = defineMessages({ en })
