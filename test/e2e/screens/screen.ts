import type { DemoCloud } from '../../../src/demo-cloud/demo-cloud'
import type { Program, ProgramOptions } from '../support/program'

/** What the screens of one group share: a program, and a cloud to which its connections lead. */
export type Stage = Program & { cloud: DemoCloud; userData: string }

/** Something that the window can show, and the way to it from a window that was just loaded. */
export type Screen = { name: string; reach: (stage: Stage) => Promise<void> }

export type ScreenGroup = {
  name: string
  options?: Partial<ProgramOptions>
  /** The part of Linux without which these screens cannot be reached. */
  needs?: string
  /** Writes to the program's folder, before it is opened. */
  furnish?: (userData: string) => void
  /** Brings the program to where the screens begin. */
  prepare?: (stage: Stage) => Promise<void>
  screens: readonly Screen[]
}
