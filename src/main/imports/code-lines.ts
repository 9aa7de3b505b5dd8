import { placeOf } from './field-names'
import { readBasic } from './token-request'

const value = '("[^"\\n]{1,4000}"|\'[^\'\\n]{1,4000}\'|[^\\s"\']{1,4000})'
const name = '["\']?([\\w.-]{2,120})["\']?'

/** Commands and calls that give a name its value with other signs between them than those of an assignment. */
const settings: readonly RegExp[] = [
  new RegExp(`\\b(?:secret|variable) set ${name} (?:--body[ =]|-b ?)${value}`, 'g'),
  new RegExp(`--name[ =]${name} --value[ =]${value}`, 'g'),
  new RegExp(`\\bconfig:set ${name} ${value}`, 'g'),
  new RegExp(`\\bSetEnvironmentVariable\\(${name}, ?${value}`, 'gi'),
]
const option = new RegExp(`(?<=^|\\s)(?:--|-D)([A-Za-z][\\w.-]{2,80})[ =]${value}`, 'gm')
const row = /^[ \t]{0,9}([A-Za-z][\w .-]{2,60})[,;][ \t]{0,9}("[^"\n]{1,4000}"|[^\n"]{1,4000})$/gm
const typed = /(?<=\w)(?:[ \t]{0,9}:[ \t]{0,9}| As )string[ \t]{0,9}=(?=[ \t]{0,9}["'])/gi
const variable = /\b(?:process\.env|import\.meta\.env)\.\w{1,80}[ \t]{0,9}(?:\|\||\?\?)[ \t]{0,9}(?=["'`])/g
const variableOfPython = /\bos\.(?:getenv|environ\.get)\(["']\w{1,80}["'],[ \t]{0,9}(?=["'])/g

const part = '["\'`]([^"\'`\\n\\\\]{1,400})["\'`]'
/** Client ID and secret as two texts: `auth=("id", "secret")`, `HTTPBasicAuth("id", "secret")`. */
const pairOfLogin = new RegExp(
  `(?:\\bauth ?[=:] ?[([]|BasicAuth\\(|basic_auth\\(?)\\s{0,9}${part},\\s{0,9}${part}`,
  'gi',
)
/** As one text: `btoa("id:secret")`, `Buffer.from("id:secret")`. */
const textOfLogin =
  /(?:\bbtoa|Buffer\.from|b64encode|base64_encode)\(\s{0,9}b?["'`]([^"'`:\n]{1,400}):([^"'`\n]{1,400})["'`]/gi
const headerOfLogin = /\bAuthorization["'`]?\s{0,9}[:=,]{1,2}>?\s{0,9}["'`]?(Basic\s+[\w+/=-]{4,4000})/gi

/** HTTP Basic in the code of a token request, as lines; IMS takes that way too (RFC 6749 section 2.3.1). */
function loginsToLines(text: string): string {
  if (!/\/ims\/token|client_credentials/.test(text)) return text
  function toLogin(_found: string, user: string, password: string): string {
    return `\nclient_id=${user}\nclient_secret=${password}\n`
  }
  return text
    .replace(pairOfLogin, toLogin)
    .replace(textOfLogin, toLogin)
    .replace(headerOfLogin, (found, header: string) => {
      const login = readBasic(header)
      return login === null ? found : toLogin(found, login.user, login.password)
    })
}

/** The names and values of commands and of code as lines, where they stand otherwise than `name = value`. */
export function codeToLines(text: string): string {
  const plain = loginsToLines(text).replace(typed, ' =').replace(variable, '').replace(variableOfPython, '')
  const set = settings.reduce((lines, pattern) => lines.replace(pattern, toLine), plain)
  return set.replace(option, toLine).replace(row, toLine)
}

/** Only names of a credential: everything else may be prose. */
function toLine(found: string, field: string, written: string): string {
  return placeOf(field) === null ? found : `\n${field}=${written}\n`
}
