import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'

const account = v.nullable(v.object({ account: v.string() }))
const schema = v.object({
  connections: v.array(v.object({ name: v.string(), secret: account, otherSecret: account })),
})

/** Under which accounts of the keychain the program keeps the two secrets of a connection, by its own file. */
export function secretAccountsOf(
  userData: string,
  connectionName: string,
): { current: string | null; second: string | null } {
  const file = v.parse(schema, JSON.parse(readFileSync(join(userData, 'connections.json'), 'utf8')))
  const connection = file.connections.find(({ name }) => name === connectionName)
  return {
    current: connection?.secret?.account ?? null,
    second: connection?.otherSecret?.account ?? null,
  }
}
