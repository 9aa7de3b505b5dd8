import { defineMessages } from '../../messages'
import en from './messages/en.json'

export const useImportMessages = defineMessages({ en })
