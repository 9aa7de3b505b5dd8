import type { Environment } from '../../shared/connections'
import type failureMessages from '../failure/messages/en.json'
import type { Formats } from '../language/formats'
import type { SayFrom } from '../language/say-in'
import type messages from './messages/en.json'

/** All that is needed to describe a check: on the screen, in a report, on the command line. */
export type CheckLanguage = {
  /** Of the words. */
  locale: string
  say: SayFrom<typeof messages>
  sayFailure: SayFrom<typeof failureMessages>
  environmentName: (environment: Environment) => string
  formats: Formats
}
