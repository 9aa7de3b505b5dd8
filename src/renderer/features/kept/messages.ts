import { defineMessages } from '../../language/messages'
import en from './messages/en.json'

export const useKeepMessages = defineMessages({ en })
