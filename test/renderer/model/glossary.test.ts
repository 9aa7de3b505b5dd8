import { describe, expect, it } from 'vitest'
import { makeGlossary } from '../../../src/renderer/model/glossary/glossary'
import en from '../../../src/renderer/model/glossary/messages/en.json'

const glossary = makeGlossary('en-US')

/** As text: the demo cloud itself runs in Node. */
const demoSources = import.meta.glob<string>(
  ['/src/demo-cloud/data/*.ts', '!**/hostile.ts', '!**/large.ts'],
  { query: '?raw', import: 'default', eager: true },
)

function keysIn(source: string): string[] {
  return [...source.matchAll(/'(\w+:\w+)':/g)].map(([, key]) => key ?? '')
}

describe('the glossary', () => {
  it('knows what fields are, and where they come from', () => {
    expect(glossary.find('dc:title')).toEqual({
      name: 'Title',
      meaning: 'The name by which people know the asset.',
      standard: 'Dublin Core',
    })
    expect(glossary.find('isPublishedToAemPublish')?.standard).toBe('AEM Assets, repository metadata')
    expect(glossary.nameOf('tiff:ImageLength')).toBe('Image height')
  })

  it.each(['__proto__', 'constructor', 'toString', 'dc', 'dc standard', '', 'acme:title'])(
    'knows nothing of %j',
    (key) => {
      expect(glossary.find(key)).toBeNull()
    },
  )

  it('has a meaning on one line and a standard for every name', () => {
    const names = Object.keys(en).filter((key) => key.endsWith(' name'))
    for (const name of names) {
      const entry = glossary.find(name.slice(0, -' name'.length))
      expect(entry?.meaning, name).toMatch(/^.{8,110}$/)
      expect(entry?.standard, name).not.toBe('')
    }
  })

  it('knows every field of the demo whose namespace it knows', () => {
    const keys = Object.values(demoSources).flatMap(keysIn)
    expect(keys.length).toBeGreaterThan(150)
    const unknown = keys
      .filter((key) => !key.endsWith('_xmpArrayType'))
      .filter((key) => glossary.standardOf(key.slice(0, key.indexOf(':'))) !== null)
      .filter((key) => glossary.nameOf(key) === null)
    expect(unknown).toEqual([])
  })

  it.each([
    ...[
      'repo:assetId',
      'repo:id',
      'repo:name',
      'repo:path',
      'repo:assetClass',
      'repo:parent',
      'repo:ancestors',
    ],
    ...['repo:createDate', 'repo:modifyDate', 'repo:createdBy', 'repo:modifiedBy', 'repo:size', 'repo:state'],
    ...[
      'repo:repositoryId',
      'repo:etag',
      'repo:version',
      'aem:assetState',
      'aem:published',
      'aem:checkedOutBy',
    ],
    ...['isPublishedToAemPublish', 'isPublishedToDynamicMedia', 'lastPublishedToAemPublish'],
    ...['lastPublishedToDynamicMedia', 'tiff:imageWidth', 'tiff:imageLength', 'dam:originalQuarantinedPath'],
    ...[
      'Domain',
      'File',
      'FileStatus',
      'Folder',
      'FontStyle',
      'FontType',
      'LastModified',
      'Name',
      'RTFName',
      'Type',
    ].map((name) => `repo:scene7${name}`),
    ...[
      'ScanStatus',
      'InfectedReason',
      'Scanner',
      'ScanStartDate',
      'ScanEndDate',
      'ScanDuration',
      'EngineVersion',
    ].map((name) => `dam:av${name}`),
  ])('knows %s of the repository metadata', (key) => {
    expect(glossary.find(key)).not.toBeNull()
  })
})
