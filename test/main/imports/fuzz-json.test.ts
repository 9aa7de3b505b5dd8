import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  fileNames,
  patience,
  provePlaces,
  readSoundly,
  runs,
  validDocuments,
} from '../../support/import-soundness'

const ourKeys = [
  ...[
    'client_id',
    'clientId',
    'client_secret',
    'client_secrets',
    'clientSecret',
    'CLIENT_SECRETS',
    'scopes',
    'scope',
  ],
  ...[
    'project',
    'workspace',
    'details',
    'credentials',
    'oauth_server_to_server',
    'integration_type',
    'jwt',
    'oauth2',
  ],
  ...[
    'values',
    'key',
    'value',
    'enabled',
    'integration',
    'technicalAccount',
    'accessToken',
    'redirect_uri',
    'name',
  ],
  ...[
    'format',
    'version',
    'imsHost',
    'ims',
    'aemHost',
    'bucket',
    'environment',
    '__proto__',
    'constructor',
    'length',
  ],
]
const leaf = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    'CLIENT_ID',
    'CLIENT_SECRET',
    'API_KEY',
    'SCOPES',
    'asset-inspector-connection',
    'p8e-x',
    '["a"]',
  ),
  fc.constantFrom('https://example.com', 'author-p1-e2', 'ims-na1-stg1.adobelogin.com', null, true, 1, ''),
  fc.double(),
)
const { value: anyJson } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    leaf,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...ourKeys) }, { weight: 1, arbitrary: fc.string() }),
      tie('value'),
      {
        maxKeys: 6,
        noNullPrototype: true,
      },
    ),
  ),
}))

it(
  'survives any JSON, and takes secrets from their place alone',
  () => {
    fc.assert(
      fc.property(anyJson, fileNames, (document, fileName) => {
        const text = JSON.stringify(document)
        provePlaces(text, readSoundly(text, fileName))
      }),
      { numRuns: runs },
    )
  },
  patience,
)

type Change = { at: number; key: string; value: unknown; kind: 'replace' | 'add' | 'rename' }

/** Changes one place of a document, counted in document order. */
function changed(document: unknown, { at, key, value, kind }: Change): unknown {
  let place = 0
  function visit(current: unknown): unknown {
    const isHere = place++ === at
    if (isHere && kind === 'replace') return value
    if (Array.isArray(current)) return [...current.map(visit), ...(isHere ? [value] : [])]
    if (typeof current !== 'object' || current === null) return current
    const entries = Object.entries(current).map(([name, inner], index): [string, unknown] => [
      isHere && kind === 'rename' && index === 0 ? key : name,
      visit(inner),
    ])
    return Object.fromEntries(isHere && kind === 'add' ? [...entries, [key, value]] : entries)
  }
  return visit(document)
}

const changes = fc.array(
  fc.record({
    at: fc.nat(50),
    key: fc.constantFrom(...ourKeys),
    value: anyJson,
    kind: fc.constantFrom('replace' as const, 'add' as const, 'rename' as const),
  }),
  { maxLength: 4 },
)

it(
  'survives valid documents with changes, and takes secrets from their place alone',
  () => {
    let useful = 0
    fc.assert(
      fc.property(
        fc.constantFrom<unknown>(...validDocuments),
        changes,
        fileNames,
        (document, steps, fileName) => {
          const text = JSON.stringify(steps.reduce<unknown>(changed, document), null, 2)
          const found = readSoundly(text, fileName)
          useful += found.length > 0 ? 1 : 0
          provePlaces(text, found)
        },
      ),
      { numRuns: runs },
    )
    expect(useful).toBeGreaterThan(runs / 5)
  },
  patience,
)
