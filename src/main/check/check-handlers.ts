import * as v from 'valibot'
import type { CheckProgress } from '../../shared/check'
import type { Handlers } from '../../shared/contract'
import { outcomeOf } from '../../words/check/check-outcome'
import { requireAssetId } from '../assets/require-asset-id'
import type { AccessTokens } from '../calls/access-tokens'
import type { LongWork } from '../calls/long-work'
import type { RunningWork } from '../calls/running-work'
import type { ResolveAccess } from '../connections/connection-access'
import type { Connections } from '../connections/connections'
import { fieldText, identifier, parseInput } from '../input/parse-input'
import { requireConfirmation } from './check-target'
import type { CheckConnection } from './run-check'

const checkSchema = v.object({
  connectionId: identifier,
  ticket: identifier,
  asset: fieldText,
  secretSlot: v.picklist(['current', 'second']),
  withUpdate: v.boolean(),
  confirmedName: fieldText,
  isRepeated: v.boolean(),
})
const oneConnection = v.object({ connectionId: identifier })

/** Long enough to paste a token elsewhere, short enough not to be forgotten on the clipboard. */
const tokenOnClipboardSeconds = 60

type Collaborators = {
  connections: Connections
  resolveAccess: ResolveAccess
  tokens: AccessTokens
  checkConnection: CheckConnection
  work: RunningWork
  longWork: LongWork
  publishStep: (progress: CheckProgress) => void
  copyForAWhile: (text: string, milliseconds: number) => Promise<void>
}

export function checkHandlers({
  connections,
  resolveAccess,
  tokens,
  checkConnection,
  work,
  longWork,
  publishStep,
  copyForAWhile,
}: Collaborators): Pick<Handlers, 'checkConnection' | 'copyToken'> {
  return {
    checkConnection: (input) => {
      const request = parseInput(checkSchema, input)
      const { connectionId, ticket, asset, secretSlot, withUpdate, isRepeated } = request
      return work.run({ ticket, connectionId }, async (signal) => {
        const record = await connections.find(connectionId)
        const assetId =
          asset.trim() === ''
            ? null
            : await requireAssetId(asset, record, await resolveAccess(record, secretSlot))
        requireConfirmation(record, withUpdate, request.confirmedName)
        return longWork({
          kind: 'checks',
          size: 1,
          run: () =>
            checkConnection({ connectionId, assetId, secretSlot, withUpdate }, signal, (result) =>
              publishStep({ ticket, result }),
            ),
          isQuiet: ({ bad }) => isRepeated && bad > 0,
          partsOf: ({ steps }) =>
            outcomeOf(steps).kind === 'red' ? { good: 0, bad: 1 } : { good: 1, bad: 0 },
        })
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
