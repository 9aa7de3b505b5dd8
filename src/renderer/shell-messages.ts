import { defineMessages } from './messages'
import en from './messages/en.json'

/** The words of the window's frame, and those that several features share. */
export const useShellMessages = defineMessages({ en })
