/** Most names in a profile of what always differs, and the characters of one. */
export const expectedBounds = { names: 500, length: 300 } as const

/**
 * What always differs between two environments: what a repository gives an asset itself, and what publishing and processing leave.
 * `repo:` names are those of the Metadata Schemas developer guide; `jcr:` and `cq:` appear where a schema declares them.
 */
export const usualDifferences: readonly string[] = [
  'assetId',
  'repo:assetId',
  'repo:id',
  'repo:parent',
  'repo:ancestors',
  'repo:repositoryId',
  'repo:etag',
  'repo:version',
  'repo:createDate',
  'repo:createdBy',
  'repo:modifyDate',
  'repo:modifiedBy',
  'repo:scene7*',
  'aem:published',
  'lastPublishedTo*',
  'dam:extracted',
  'dam:av*',
  'jcr:uuid',
  'jcr:created*',
  'jcr:lastModified*',
  'cq:lastReplicat*',
  '*rendition*',
]
