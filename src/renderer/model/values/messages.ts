import { defineMessages, type Say } from '../../language/messages'
import en from './messages/en.json'

export const useValueMessages = defineMessages({ en })

export type SayOfValues = Say<keyof typeof en>
