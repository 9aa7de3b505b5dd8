import * as v from 'valibot'
import type { Handlers } from '../../shared/contract'
import type { FieldProblem } from '../../shared/result'
import type { RunningWork } from '../calls/running-work'
import { problemOfBucket } from '../connections/bucket-problem'
import type { ResolveAccess } from '../connections/connection-access'
import type { ConnectionRecord } from '../connections/connection-record'
import type { Connections } from '../connections/connections'
import { Failure } from '../failures/failure'
import { fieldText, identifier, parseInput } from '../input/parse-input'
import { ownAuthorOf } from './aem-place'
import { browserAddressOf, type FindAssetByPath } from './find-by-path'
import { openableAddress } from './openable-address'
import { detailsAddressOf, isDamPath } from './repository-path'

const textSchema = v.object({ connectionId: identifier, text: fieldText })
const damPath = v.pipe(v.string(), v.check(isDamPath))
const pathSchema = v.object({ connectionId: identifier, path: damPath })
const lookupSchema = v.object({ ...pathSchema.entries, bucket: fieldText, ticket: identifier })

type Collaborators = {
  connections: Connections
  resolveAccess: ResolveAccess
  findByPath: FindAssetByPath
  work: RunningWork
  /** Hands an address to the system's browser. */
  openInBrowser: (address: string) => Promise<void>
}

function refuse(problem: FieldProblem): Failure {
  return new Failure({ kind: 'input', problems: [problem] })
}

export function assetHandlers({
  connections,
  resolveAccess,
  findByPath,
  work,
  openInBrowser,
}: Collaborators): Pick<Handlers, 'understandAsset' | 'findAssetByPath' | 'openPathInBrowser' | 'openInAem'> {
  async function targetOf(record: ConnectionRecord, path: string) {
    const access = await resolveAccess(record)
    return { ...access, path, isDemo: record.kind === 'demo' }
  }
  async function open(address: string | null): Promise<{ address: string }> {
    if (address === null) throw refuse({ field: 'aemHost', code: 'host-not-https', values: {} })
    await openInBrowser(address)
    return { address }
  }
  return {
    understandAsset: async (input) => {
      const { connectionId, text } = parseInput(textSchema, input)
      const record = await connections.find(connectionId)
      // It brings a CSV parser along, which no start needs.
      const { understandAsset } = await import('./understand-asset')
      return understandAsset(text, ownAuthorOf(record.bucket, (await resolveAccess(record)).aemHost))
    },
    findAssetByPath: (input) => {
      const { connectionId, bucket, path, ticket } = parseInput(lookupSchema, input)
      return work.run({ ticket, connectionId }, async (signal, report) => {
        const record = await connections.find(connectionId)
        const problem = problemOfBucket(bucket, record, await connections.all())
        if (problem !== null) throw refuse(problem)
        return findByPath(await targetOf(record, path), signal, report)
      })
    },
    openPathInBrowser: async (input) => {
      const { connectionId, path } = parseInput(pathSchema, input)
      return open(browserAddressOf(await targetOf(await connections.find(connectionId), path)))
    },
    openInAem: async (input) => {
      const { connectionId, path } = parseInput(pathSchema, input)
      const { aemHost } = await resolveAccess(await connections.find(connectionId))
      // The demo cloud has no pages for people.
      return open(openableAddress(detailsAddressOf(aemHost, path), false))
    },
  }
}
