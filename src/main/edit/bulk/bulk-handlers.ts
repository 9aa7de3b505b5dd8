import * as v from 'valibot'
import { mostAssetsAtOnce } from '../../../shared/asset-list'
import { bulkKinds, mostBulkOperations } from '../../../shared/bulk'
import type { Handlers } from '../../../shared/contract'
import { wholeAssetId } from '../../assets/asset-id'
import type { LongWork } from '../../calls/long-work'
import type { RunningWork } from '../../calls/running-work'
import { cancelled, Failure } from '../../failures/failure'
import { fieldText, identifier, parseInput } from '../../input/parse-input'
import { parseDocument } from '../json-value'
import type { Bulk } from './bulk-service'

const field = v.pipe(v.string(), v.minLength(1), v.maxLength(1_000))
const value = v.pipe(fieldText, v.check(isJson))
const operation = v.variant('kind', [
  v.object({ kind: v.literal('remove'), field }),
  v.object({ kind: v.picklist(bulkKinds.filter((kind) => kind !== 'remove')), field, value }),
])
const planSchema = v.object({
  connectionId: identifier,
  of: v.union([
    v.object({ undoes: identifier }),
    v.object({
      assetIds: v.pipe(v.array(wholeAssetId), v.minLength(1), v.maxLength(mostAssetsAtOnce)),
      operations: v.pipe(v.array(operation), v.minLength(1), v.maxLength(mostBulkOperations)),
    }),
  ]),
  ticket: identifier,
})
const runSchema = v.object({ runId: identifier })
const restSchema = v.object({ runId: identifier, ticket: identifier })
const steerSchema = v.object({ runId: identifier, to: v.picklist(['pause', 'resume', 'cancel']) })
const listSchema = v.object({ connectionId: identifier })

function isJson(text: string): boolean {
  try {
    parseDocument(text)
    return true
  } catch {
    return false
  }
}

type BulkOperations = 'planBulk' | 'planBulkRest' | 'sendBulk' | 'steerBulk' | 'readBulk' | 'listBulk'
type Collaborators = { bulk: Bulk; work: RunningWork; longWork: LongWork }

export function bulkHandlers({ bulk, work, longWork }: Collaborators): Pick<Handlers, BulkOperations> {
  return {
    planBulk: (input) => {
      const query = parseInput(planSchema, input)
      return work.run(query, (signal) => bulk.plan(query, signal))
    },
    planBulkRest: async (input) => {
      const { runId, ticket } = parseInput(restSchema, input)
      const connectionId = await bulk.connectionOf(runId)
      return work.run({ ticket, connectionId }, (signal) => bulk.planRest(runId, ticket, signal))
    },
    // Without a ticket: it goes on when its window is closed or loads its page again.
    sendBulk: async (input) => {
      const { runId } = parseInput(runSchema, input)
      await sendAnnounced(bulk, longWork, runId)
      return bulk.read(runId)
    },
    steerBulk: async (input) => {
      const { runId, to } = parseInput(steerSchema, input)
      return bulk.steer(runId, to)
    },
    readBulk: (input) => bulk.read(parseInput(runSchema, input).runId),
    listBulk: (input) => bulk.list(parseInput(listSchema, input).connectionId),
  }
}

/** As long work, whose cancel is told to nobody. */
async function sendAnnounced(bulk: Bulk, longWork: LongWork, runId: string): Promise<void> {
  const size = await bulk.plannedOf(runId)
  try {
    await longWork({
      kind: 'changes',
      size,
      run: async (advance) => {
        const { isCanceled, changed } = await bulk.send(runId, advance)
        if (isCanceled) throw cancelled()
        return changed
      },
      partsOf: (changed) => ({ good: changed, bad: size - changed }),
    })
  } catch (thrown) {
    if (!(thrown instanceof Failure) || thrown.error.kind !== 'cancelled') throw thrown
  }
}
