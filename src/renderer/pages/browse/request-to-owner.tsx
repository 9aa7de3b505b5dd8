import type { Connection } from '../../../shared/connections'
import type { AppError } from '../../../shared/result'
import { subjectOf } from '../../../words/check/finding-subject'
import { requestLabel, writeRequest } from '../../../words/check/owner-request'
import { findEvidence } from '../../../words/failure/describe-failure'
import { CopyButton } from '../../components/copy-button'
import { useCheckLanguage } from '../../features/check/check-language'

export type RequestToOwnerProps = {
  /** The connection and the requested asset. */
  connection: Connection
  connections: readonly Connection[]
  assetId: string
  error: AppError
}

/** Hands a failed read to the person who can fix it, like a finding of the check. */
export function RequestToOwner({ connection, connections, assetId, error }: RequestToOwnerProps) {
  const language = useCheckLanguage()
  const at = findEvidence(error)?.at ?? ''
  const subject = { ...subjectOf(connection, null, connections), assetId }
  return (
    <CopyButton
      text={writeRequest(language, { subject, step: null, finding: error, at })}
      label={requestLabel(language, error)}
    />
  )
}
