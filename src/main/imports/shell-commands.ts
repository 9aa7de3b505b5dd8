/** A call of curl in a script, with what it is fed. */
export type ShellCommand = {
  /** What stands behind the name of the command, up to its end. */
  words: string
  /** What it reads from its standard input; null where that is unknown. */
  input: { text: string; isLiteral: boolean } | null
  /** Where the command begins and ends in the script. */
  start: number
  end: number
}

const curl = /\bcurl(?:\.exe)?["']?(?=[ \t^\\`\n])/gi
const pathBefore = /(?:[a-z]:)?[\w./\\~-]{0,200}[/\\]$/i
const longestPath = 210
/** A command begins a line, or follows a prompt, an operator, an opening, or a word that commands follow. */
const leadsToCommand =
  /(?:^|[:`$%>#|;&({=!]|(?:^|\s)(?:sudo|time|exec|command|if|then|else|do|run|-c)[ \t])[ \t"'&]{0,40}$/i
/** What `echo` and `printf` say to the command behind the pipe. */
const piped =
  /(?:echo|printf)\s+(?:-\w+\s+|'%s(?:\\n)?'\s+|"%s(?:\\n)?"\s+){0,3}(['"])([^'"]{0,4000})\1\s*\|\s*$/
const mostCommands = 100
const longestBefore = 4_300
const longestCommand = 50_000
/** Of all commands together: their parser takes a microsecond for each character. */
const mostCharacters = 300_000

/** The commands of a script that call curl, in their order; none in a comment or a sentence. */
export function findCurlCommands(script: string): ShellCommand[] {
  const commands: ShellCommand[] = []
  curl.lastIndex = 0
  let characters = 0
  for (let match = curl.exec(script); match !== null; match = curl.exec(script)) {
    if (commands.length === mostCommands || characters > mostCharacters) break
    const near = script.slice(Math.max(match.index - longestBefore, 0), match.index)
    const before = withoutPath(near.slice(near.lastIndexOf('\n') + 1))
    if (/^[ \t]*(?:#|\/\/|REM\b)/i.test(before) || !leadsToCommand.test(before)) continue
    const command = commandAt(script, match.index, match.index + match[0].length, before)
    commands.push(command)
    characters += command.end - command.start
    curl.lastIndex = Math.max(curl.lastIndex, command.end)
  }
  return commands
}

function withoutPath(before: string): string {
  if (!/[/\\]$/.test(before.slice(-1))) return before
  return before.slice(0, -longestPath) + before.slice(-longestPath).replace(pathBefore, '')
}

function commandAt(script: string, start: number, from: number, before: string): ShellCommand {
  const rest = script.slice(from, from + longestCommand)
  const endOfWords = endOfCommand(rest, /`["' \t]*$/.test(before))
  const words = rest.slice(0, endOfWords)
  const heading = /(?<!<)<<-?[ \t]{0,9}(\\|["'])?([\w.-]{1,60})/.exec(words)
  if (heading !== null) {
    const document = hereDocument(rest, endOfWords, heading[2] ?? '')
    return {
      words:
        words.slice(0, heading.index) + words.slice(heading.index + heading[0].length).replace(/^["']/, ''),
      input: { text: document.text, isLiteral: heading[1] !== undefined },
      start,
      end: from + document.end,
    }
  }
  const [, quote, said] = piped.exec(before) ?? []
  const input = said === undefined ? null : { text: said, isLiteral: quote === "'" }
  return { words, input, start, end: from + endOfWords }
}

/** The lines below a command up to the one that is the delimiter alone. */
function hereDocument(rest: string, endOfWords: number, delimiter: string): { text: string; end: number } {
  const lineEnd = rest.indexOf('\n', endOfWords)
  if (lineEnd < 0) return { text: '', end: rest.length }
  const lines = rest.slice(lineEnd + 1).split('\n')
  const last = lines.findIndex((line) => line.trim().replace(/[)"'`;]+$/, '') === delimiter)
  const inside = last < 0 ? lines : lines.slice(0, last)
  const text = inside.join('\n')
  return { text, end: lineEnd + 1 + text.length + (last < 0 ? 0 : (lines[last] ?? '').length + 1) }
}

/** Where a command ends: at a line end or an operator outside of quotes, or where what it stands in ends. */
function endOfCommand(text: string, isInBackticks: boolean): number {
  let quote = ''
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? ''
    const next = text[at + 1] ?? ''
    if (sign === '\\' && quote !== "'") at += 1
    else if (sign === '^' && quote === '' && /["\n&%^<>|]/.test(next)) at += 1
    else if (quote !== '') quote = sign === quote ? '' : quote
    else if (sign === "'" || sign === '"') quote = sign
    else if (sign === '`' && isInBackticks) return at
    else if (sign === '`') at += 1
    else if (/[\n;|)]/.test(sign) || (sign === '&' && !/\w/.test(next))) return at
  }
  return text.length
}
