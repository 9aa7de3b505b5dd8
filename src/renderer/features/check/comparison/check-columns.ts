import type { SecretSlot } from '../../../../shared/check'
import { type Connection, environments } from '../../../../shared/connections'
import type { CheckSubject } from '../check-queries'

/** A connection with one of its secrets: what can be a column of the comparison. */
export type ColumnChoice = { key: string; connection: Connection; secretSlot: SecretSlot }

function choice(connection: Connection, secretSlot: SecretSlot): ColumnChoice {
  return {
    key: `${connection.id} ${secretSlot}`,
    connection,
    secretSlot,
  }
}

export function subjectOfChoice({ connection, secretSlot }: ColumnChoice): CheckSubject {
  return {
    connectionId: connection.id,
    secretSlot,
  }
}

/** All choices: development first, production last. */
export function choicesOf(connections: readonly Connection[]): readonly ColumnChoice[] {
  return environments.flatMap((environment) =>
    connections
      .filter((connection) => connection.environment === environment)
      .flatMap((connection) => [
        choice(connection, 'current'),
        ...(connection.secondSecret === null ? [] : [choice(connection, 'second')]),
      ]),
  )
}

/** The first of each environment; where that is only one, as many as there are, up to three. */
export function preselect(choices: readonly ColumnChoice[]): readonly string[] {
  const current = choices.filter(({ secretSlot }) => secretSlot === 'current')
  const firsts = environments.flatMap(
    (environment) => current.find(({ connection }) => connection.environment === environment) ?? [],
  )
  const chosen = firsts.length > 1 ? firsts : current.slice(0, environments.length)
  return chosen.map(({ key }) => key)
}
