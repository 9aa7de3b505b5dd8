const commandNames = ['check', 'read'] as const
export type CommandName = (typeof commandNames)[number]

/** The options of a command, of which Chromium hears as of switches of its own. */
export const commandOptions = [
  'connection',
  'all',
  'from',
  'demo',
  'bucket',
  'environment',
  'ims-host',
  'aem-host',
  'asset',
  'rights',
  'confirm',
  'allow-not-proven',
  'format',
  'output',
  'help',
] as const
export type CommandOption = (typeof commandOptions)[number]

export type CommandWords = { name: CommandName; words: readonly string[] }

/**
 * The command among the words of a command line; null where the program is to open its window. A program that is not packaged
 * has its own folder as the first word that is no switch.
 */
export function findCommand(argv: readonly string[], isPackaged: boolean): CommandWords | null {
  const given = argv.slice(1)
  const folderAt = isPackaged ? -1 : given.findIndex((word) => !word.startsWith('-'))
  const words = given.slice(folderAt + 1)
  const at = words.findIndex((word) => !word.startsWith('-'))
  const name = commandNames.find((candidate) => candidate === words[at])
  return name === undefined ? null : { name, words: words.slice(at + 1) }
}
