import type { FailureName } from '../failures/failure'
import type { OddPicture } from '../pictures/odd-pictures'

/** An asset as the cloud starts with it. */
export interface AssetSeed {
  /** `urn:aaid:aem:` and a UUID. */
  assetId: string
  /** The ID since its binary was replaced, on releases where that changes it (ASSETS-52795). */
  idSinceReplacement?: string
  /** Repository path under /content/dam. */
  path: string
  /** What the asset is good for, in one sentence. */
  shows: string
  assetClass: 'file' | 'contentFragment'
  /** MIME type. */
  format: string
  /** ISO 8601 instants and the users who did it. */
  created: string
  createdBy: string
  modified: string
  modifiedBy?: string
  /** Size of the binary in bytes; absent for content fragments. */
  size?: number
  /** More fields of `repositoryMetadata`, which also win over the usual ones. */
  repository?: RepositoryFields
  /** JSON text of `assetMetadata`, made on first use; text, so that every byte on the wire is ours to choose. */
  metadata(): string
  /** Reading this asset fails in this way. */
  failure?: FailureName
  /** Its binary and renditions are odd in this way. */
  picture?: OddPicture
}

export type RepositoryFields = Record<string, string | number | boolean | string[]>
