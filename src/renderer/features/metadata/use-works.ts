import { useState } from 'react'
import type { Connection } from '../../../shared/connection'
import type { SessionState } from '../../../shared/session'
import type { RememberSoon } from '../session/session-queries'
import { type AssetAddress, useReadMetadata } from './metadata-query'
import type { RequestText } from './request-bar'

type Work = { text: RequestText; asked: AssetAddress | null }

export type Works = {
  /** The request bar of a connection and what was asked for last. */
  of: (connection: Connection) => Work
  type: (connectionId: string, text: RequestText) => void
  /** Asks for the asset that stands in the request bar. */
  send: (connectionId: string, text: RequestText) => void
}

const fromSession = (last: SessionState['lastWork']): Readonly<Record<string, Work>> =>
  last ? { [last.connectionId]: { text: { bucket: last.bucket, asset: last.asset }, asked: null } } : {}

/** The work on each connection: kept while the window is open, the latest one also over a restart. */
export const useWorks = (last: SessionState['lastWork'], rememberSoon: RememberSoon): Works => {
  const [works, setWorks] = useState(() => fromSession(last))
  const readMetadata = useReadMetadata()
  const keep = (connectionId: string, text: RequestText, asked?: AssetAddress) => {
    setWorks((all) => ({
      ...all,
      [connectionId]: { text, asked: asked ?? all[connectionId]?.asked ?? null },
    }))
    rememberSoon({ lastWork: { connectionId, ...text } })
  }
  return {
    of: ({ id, bucket }) => works[id] ?? { text: { bucket, asset: '' }, asked: null },
    type: (connectionId, text) => keep(connectionId, text),
    send: (connectionId, text) => {
      const asked = { connectionId, ...text }
      keep(connectionId, text, asked)
      void readMetadata(asked)
    },
  }
}
