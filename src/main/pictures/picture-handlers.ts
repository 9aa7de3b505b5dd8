import * as v from 'valibot'
import type { Handlers } from '../../shared/contract'
import { requireAssetId } from '../assets/require-asset-id'
import type { RunningWork } from '../calls/running-work'
import type { ResolveAccess } from '../connections/connection-access'
import type { Connections } from '../connections/connections'
import { fieldText, identifier, parseInput } from '../input/parse-input'
import type { ReadPicture } from './read-picture'

const querySchema = v.object({ connectionId: identifier, assetId: fieldText, ticket: identifier })

type Collaborators = {
  connections: Connections
  resolveAccess: ResolveAccess
  readPicture: ReadPicture
  work: RunningWork
}

export function pictureHandlers({
  connections,
  resolveAccess,
  readPicture,
  work,
}: Collaborators): Pick<Handlers, 'readPicture'> {
  return {
    readPicture: (input) => {
      const { connectionId, assetId, ticket } = parseInput(querySchema, input)
      return work.run({ ticket, connectionId }, async (signal) => {
        const record = await connections.find(connectionId)
        const access = await resolveAccess(record)
        return readPicture({ ...access, assetId: await requireAssetId(assetId, record, access) }, signal)
      })
    },
  }
}
