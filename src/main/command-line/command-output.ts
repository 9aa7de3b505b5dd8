import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { writeFile } from 'atomically'
import { plainText } from '../../words/check/report/report-text'
import { sayCommand } from './command-language'

/** The command cannot be carried out as it was given; the words say why. */
export class CommandProblem extends Error {
  constructor(words: string) {
    super(words)
    this.name = 'CommandProblem'
  }
}

/** Throws `CommandProblem` for a place without a folder, before anything is sent for what should be written there. */
export function requireFolderOf(output: string | null): void {
  const folder = output === null ? null : dirname(resolve(output))
  if (folder !== null && !existsSync(folder)) {
    throw new CommandProblem(sayCommand('usage.output-folder', { folder }))
  }
}

/** Writes to a file, whole or not at all, or to the terminal. Throws `CommandProblem`. */
export async function writeOutput(output: string | null, text: string): Promise<void> {
  if (output === null) return print(process.stdout, text)
  try {
    await writeFile(resolve(output), text)
  } catch (thrown) {
    const detail = thrown instanceof Error ? thrown.message : ''
    throw new CommandProblem(sayCommand('output.failed', { path: output, detail }))
  }
}

export function printProblem(words: string): Promise<void> {
  return print(process.stderr, `${plainText(words)}\n`)
}

/** Ends also when nobody reads, as after `| head`. */
function print(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((done) => {
    stream.once('error', () => done())
    stream.write(text, () => done())
  })
}
