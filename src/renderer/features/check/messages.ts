import { defineMessages, type Say } from '../../language/messages'
import en from './messages/en.json'

export type CheckMessages = Say<keyof typeof en>

export const useCheckMessages = defineMessages({ en })
