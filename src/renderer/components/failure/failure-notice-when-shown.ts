import { whenShown } from '../when-shown'

/** For the first screen, where a failure is rare and its many words would be read at every start. */
export const FailureNoticeWhenShown = whenShown(async () => (await import('./failure-notice')).FailureNotice)
