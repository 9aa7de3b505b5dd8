import { defineMessages, type Say } from '../../language/messages'
import en from './messages/en.json'

export const useTreeMessages = defineMessages({ en })

export type SayInTree = Say<keyof typeof en>
