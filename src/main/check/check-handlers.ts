import * as v from 'valibot'
import type { CheckProgress } from '../../shared/check'
import type { Handlers } from '../../shared/contract'
import type { FieldName } from '../../shared/result'
import { ownAuthorOf } from '../assets/aem-place'
import type { AccessTokens } from '../calls/access-tokens'
import type { Clock } from '../calls/clock'
import type { SendHttp } from '../calls/http'
import type { RunningWork } from '../calls/running-work'
import type { ConnectionAccess, ResolveAccess } from '../connections/connection-access'
import type { ConnectionRecord } from '../connections/connection-record'
import type { Connections } from '../connections/connections'
import { Failure } from '../failures/failure'
import { fieldText, identifier, parseInput } from '../input/parse-input'
import { problemOf } from '../input/text-rules'
import { probeRights } from './rights'
import type { CheckConnection } from './run-check'

const checkSchema = v.object({
  connectionId: identifier,
  ticket: identifier,
  asset: fieldText,
  secretSlot: v.picklist(['current', 'second']),
})
const rightsSchema = v.object({
  connectionId: identifier,
  ticket: identifier,
  asset: fieldText,
  withChange: v.boolean(),
  confirmedName: fieldText,
})
const oneConnection = v.object({ connectionId: identifier })

/** Long enough to paste a token elsewhere, short enough not to be forgotten on the clipboard. */
const tokenOnClipboardSeconds = 60

type Collaborators = {
  connections: Connections
  resolveAccess: ResolveAccess
  tokens: AccessTokens
  http: SendHttp
  clock: Clock
  checkConnection: CheckConnection
  work: RunningWork
  publishStep: (progress: CheckProgress) => void
  copyForAWhile: (text: string, milliseconds: number) => Promise<void>
}

function refuseField(field: FieldName, code: 'empty' | 'name-not-confirmed'): Failure {
  return new Failure({ kind: 'input', problems: [{ field, code, values: {} }] })
}

async function requireAssetId(
  typed: string,
  record: ConnectionRecord,
  { aemHost }: ConnectionAccess,
): Promise<string> {
  const { readOneAsset } = await import('../assets/understand-asset')
  const reading = readOneAsset(typed, ownAuthorOf(record.bucket, aemHost))
  if (reading.ok) return reading.value
  throw new Failure({ kind: 'input', problems: [problemOf('asset', reading)] })
}

/** Nothing that could change data is tried on production unless its name was typed. */
function requireConfirmation(record: ConnectionRecord, withChange: boolean, confirmedName: string): void {
  const isNeeded = withChange && record.environment === 'production'
  if (isNeeded && confirmedName.trim() !== record.name)
    throw refuseField('confirmedName', 'name-not-confirmed')
}

export function checkHandlers({
  connections,
  resolveAccess,
  tokens,
  http,
  clock,
  checkConnection,
  work,
  publishStep,
  copyForAWhile,
}: Collaborators): Pick<Handlers, 'checkConnection' | 'probeRights' | 'copyToken'> {
  return {
    checkConnection: (input) => {
      const { connectionId, ticket, asset, secretSlot } = parseInput(checkSchema, input)
      return work.run({ ticket, connectionId }, async (signal) => {
        const record = await connections.find(connectionId)
        const assetId =
          asset.trim() === ''
            ? null
            : await requireAssetId(asset, record, await resolveAccess(record, secretSlot))
        return checkConnection({ connectionId, assetId, secretSlot }, signal, (result) =>
          publishStep({ ticket, result }),
        )
      })
    },
    probeRights: (input) => {
      const { connectionId, ticket, asset, withChange, confirmedName } = parseInput(rightsSchema, input)
      return work.run({ ticket, connectionId }, async (signal) => {
        const record = await connections.find(connectionId)
        const access = await resolveAccess(record)
        const assetId = await requireAssetId(asset, record, access)
        requireConfirmation(record, withChange, confirmedName)
        const target = { ...access, assetId }
        return probeRights({ http, tokens, clock }, target, withChange, signal)
      })
    },
    copyToken: async (input) => {
      const record = await connections.find(parseInput(oneConnection, input).connectionId)
      const { need } = await resolveAccess(record)
      const { accessToken } = await tokens.obtain(need, new AbortController().signal)
      await copyForAWhile(accessToken, tokenOnClipboardSeconds * 1_000)
      return { secondsUntilCleared: tokenOnClipboardSeconds }
    },
  }
}
