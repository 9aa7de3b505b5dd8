import { defineMessages, type Say } from '../../../language/messages'
import en from './messages/en.json'

export const useSummaryMessages = defineMessages({ en })

export type SummaryKey = keyof typeof en
export type SayInSummary = Say<SummaryKey>
