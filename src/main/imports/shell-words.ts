import { parse } from 'shell-quote'

/** What a shell would hand to a command; `hereString` is what follows `<<<`. */
export type ShellWords = { words: string[]; hereString: string | null }

/** A variable that has no value here; a control character in its place is refused by every reader of a field. */
const unknown = '\u0000'

/** Splits the words of one command for bash, Windows cmd or PowerShell, with the values of the script's own variables. */
export function splitWords(command: string, variables: ReadonlyMap<string, string>): ShellWords {
  const forCmd = /\^\r?\n|\^["&%^]/.test(command)
  const line = forCmd
    ? fromCmd(command)
    : command
        .replace(/\\\n/g, '')
        // Continued lines that a field of one line has joined.
        .replace(/(?<=\s)\\[ \t]{1,20}(?=-)/g, ' ')
        .replace(/`\n/g, ' ')
        .replace(/\$(?:env|script|global):(?=\w)/gi, '$')
  const known = line.replace(/%([a-z_]\w{0,80})%/gi, (found, name: string) => variables.get(name) ?? found)
  const words: string[] = []
  let isHereString = false
  for (const entry of parseWords(known, variables)) {
    if (typeof entry === 'string') {
      if (isHereString) return { words, hereString: entry }
      words.push(entry)
    } else if ('op' in entry && entry.op === 'glob') words.push(entry.pattern)
    else if ('op' in entry && entry.op === '<<<') isHereString = true
    else break
  }
  return { words, hereString: null }
}

function parseWords(line: string, variables: ReadonlyMap<string, string>): ReturnType<typeof parse> {
  try {
    return parse<string>(line, (name) => (name === '' ? undefined : expandVariable(name, variables)))
  } catch {
    return []
  }
}

/** `${NAME:-other}` is the other value where the name has none. */
function expandVariable(name: string, variables: ReadonlyMap<string, string>): string {
  const [, plain = name, other] = /^(\w+):?[-=](.*)$/s.exec(name) ?? []
  return variables.get(plain) || other || unknown
}

/** A text with the values of variables in it, as a here-document without quotes has them. */
export function expandVariables(text: string, variables: ReadonlyMap<string, string>): string {
  return text.replace(/\$(?:\{(\w+)\}|(\w+))/g, (_found, braced?: string, bare?: string) =>
    expandVariable(braced ?? bare ?? '', variables),
  )
}

/**
 * Turns the quoting of Windows cmd into that of a POSIX shell: outside of quotes `^` frees the next character or
 * continues the line, `$` means nothing, and a backslash counts only before a quote.
 */
function fromCmd(command: string): string {
  return command
    .replace(/"[^"]*"|\^(\r?\n|[\s\S])/g, (all, freed: string | undefined) =>
      freed === undefined ? all : freed.endsWith('\n') ? ' ' : freed,
    )
    .replace(/\\(?!")/g, '\\\\')
    .replaceAll('$', '\\$')
}
