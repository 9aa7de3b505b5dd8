import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { FoundCredential } from '../../../src/main/imports/clean-credential'
import {
  fileNames,
  patience,
  postman,
  provePlaces,
  readSoundly,
  runs,
  validDocuments,
} from '../../support/import-soundness'

const env = 'export CLIENT_ID="an-id" # ours\r\nCLIENT_SECRETS=\'["p8e-a","p8e-b"]\'\nSCOPES=openid,AdobeID\n'
const curl =
  "curl -X POST 'https://ims-na1.adobelogin.com/ims/token/v3' \\\n -d 'grant_type=client_credentials&client_id=an-id' --data-urlencode \"client_secret=p8e-c\""
const cmd =
  'curl ^"https://ims-na1.adobelogin.com/ims/token/v3^" ^\n --data-raw ^"client_id=an-id^&client_secret=p8e-d^"'
const validTexts = [...validDocuments.map((document) => JSON.stringify(document, null, 2)), env, curl, cmd]

it(
  'survives valid files that were cut, doubled or overwritten anywhere',
  () => {
    const edits = fc.array(fc.tuple(fc.nat(2_000), fc.nat(40), fc.string({ unit: 'binary', maxLength: 6 })), {
      maxLength: 5,
    })
    let useful = 0
    fc.assert(
      fc.property(fc.constantFrom(...validTexts), edits, fileNames, (valid, steps, fileName) => {
        const text = steps.reduce((current, [at, length, insertion]) => {
          const start = at % (current.length + 1)
          return current.slice(0, start) + insertion + current.slice(start + length)
        }, valid)
        const found = readSoundly(text, fileName)
        useful += found.length > 0 ? 1 : 0
        if (/^\ufeff?\s*[[{]/.test(text)) provePlaces(text, found)
      }),
      { numRuns: runs },
    )
    expect(useful).toBeGreaterThan(runs / 10)
  },
  patience,
)

it(
  'survives any text',
  () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fileNames, (text, fileName) => {
        readSoundly(text, fileName)
      }),
      { numRuns: runs },
    )
  },
  patience,
)

it(
  'survives any order of the pieces that files are made of',
  () => {
    const pieces = fc.constantFrom(
      ...[
        'CLIENT_ID=',
        'CLIENT_SECRET=',
        'client_id=',
        'client_secret=',
        'SCOPES: ',
        'an-id',
        'p8e-x',
        'IMS=',
        '&',
        '=',
      ],
      ...[
        'curl ',
        'curl.exe ',
        '-d ',
        '--data-urlencode ',
        '-F',
        "$'",
        "'",
        '"',
        '`',
        '^',
        '^"',
        '\\',
        '$',
        '${',
        '$(',
        ')',
      ],
      ...[
        '\n',
        '\r\n',
        '\\\n',
        '^\r\n',
        ' ',
        '#',
        '|',
        ';',
        '<',
        '>',
        '%',
        '*',
        '[',
        ']',
        '{',
        '}',
        ':',
        ',',
        '\u0000',
      ],
      ...[
        'https://ims-na1.adobelogin.com/ims/token/v3',
        'export ',
        '@',
        '?',
        '-----BEGIN PRIVATE KEY-----',
        '\ufeff',
      ],
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), fileNames, (parts, fileName) => {
        readSoundly(parts.join(''), fileName)
      }),
      { numRuns: runs },
    )
  },
  patience,
)

const groups = ['', 'DEV_', 'IMS_OAUTH_S2S_', 'ACME_']
const decoyNames = [
  ...[
    'PASSWORD',
    'SECRET',
    'ACCESS_TOKEN',
    'CLIENT_SECRET_HASH',
    'CLIENT_SECRET_2',
    'OLD_SECRET',
    'AIO_runtime_auth',
  ],
  ...['CLIENT_SECRETS_FILE', 'SECRET_CLIENT', 'CLIENT', 'TOKEN_SECRET', 'KEY', 'REFRESH_TOKEN', 'JDBC_URL'],
]
/** Names with values: secrets and client IDs that name their group, among values that are nobody's business. */
const namedValues = fc.array(
  fc.oneof(
    fc
      .constantFrom(...groups)
      .map((group): [string, string] => [`${group}CLIENT_SECRET`, `secret-of-${group}`]),
    fc.constantFrom(...groups).map((group): [string, string] => [`${group}CLIENT_ID`, `id-of-${group}`]),
    fc.constantFrom(...groups).map((group): [string, string] => [`${group}SCOPES`, 'openid,AdobeID']),
    fc.constantFrom(...decoyNames).map((name): [string, string] => [name, 'decoy']),
  ),
  { maxLength: 16 },
)
/** A secret goes with the client ID of its own group; only one whose group has none may belong to another. */
function proveGroups(
  found: readonly FoundCredential[],
  entries: readonly (readonly [string, string])[],
): void {
  for (const { clientId, secrets } of found) {
    for (const secret of secrets) {
      const own = secret.replace('secret-of-', 'id-of-')
      expect(own === clientId || !entries.some(([, value]) => value === own)).toBe(true)
      expect(own === clientId || !/ACME|DEV.*ACME/.test(`${own} ${clientId}`)).toBe(true)
    }
  }
}

it(
  'keeps the secrets of a .env or a Postman environment with the client ID they belong to',
  () => {
    const quotes = fc.constantFrom('', '"', "'")
    let useful = 0
    fc.assert(
      fc.property(
        namedValues,
        quotes,
        fc.constantFrom('\n', '\r\n', '\n\n'),
        fc.boolean(),
        (entries, quote, end, isEnv) => {
          const lines = entries.map(([name, value]) => `${name}=${quote}${value}${quote}`)
          const text = isEnv ? lines.join(end) : JSON.stringify(postman(entries))
          const found = readSoundly(text, null)
          useful += found.some(({ secrets }) => secrets.length > 0) ? 1 : 0
          proveGroups(found, entries)
        },
      ),
      { numRuns: runs },
    )
    expect(useful).toBeGreaterThan(runs / 10)
  },
  patience,
)

it(
  'takes from a cURL command the parameters of its token request alone',
  () => {
    const parameter = fc.constantFrom(
      ...[
        'client_id=an-id',
        'client_id=an-id',
        'client_secret=p8e-right',
        'client_secret=p8e-right',
        'scope=openid',
        'grant_type=client_credentials',
      ],
      ...['secret=decoy', 'client_secret_hash=decoy', 'password=decoy', 'code=decoy', 'xclient_secret=decoy'],
    )
    const word = fc.oneof(
      fc
        .tuple(fc.constantFrom('-d', '--data', '--data-raw', '--data-urlencode', '-sSd', '-F'), parameter)
        .map(([option, data]) => `${option} '${data}'`),
      fc.constantFrom(
        "-H 'client_secret: decoy'",
        "-H 'X: client_secret=decoy'",
        "-u 'client_secret=:decoy'",
        'client_secret=decoy',
      ),
      fc.constantFrom("-d '@client_secret=decoy'", "-d 'x=client_secret=decoy'", '-s', '--location', '\\\n'),
    )
    let useful = 0
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 4, maxLength: 12 }),
        fc.constantFrom('', " | jq 'client_secret=decoy'", "; curl -d 'client_secret=decoy'"),
        (words, end) => {
          const found = readSoundly(
            `curl https://ims-na1.adobelogin.com/ims/token/v3 ${words.join(' ')}${end}`,
            null,
          )
          for (const { secrets } of found) {
            useful += secrets.length > 0 ? 1 : 0
            for (const secret of secrets) expect(secret).toBe('p8e-right')
          }
        },
      ),
      { numRuns: runs },
    )
    expect(useful).toBeGreaterThan(runs / 20)
  },
  patience,
)
