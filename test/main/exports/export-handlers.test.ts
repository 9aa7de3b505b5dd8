import { describe, expect, it } from 'vitest'
import { exportHandlers } from '../../../src/main/exports/export-handlers'
import { writeFileOf } from '../../../src/main/exports/write-file'
import type { FileChoice } from '../../../src/main/files/file-choice'
import type { ExportFormat } from '../../../src/shared/exports'
import { readXlsx } from '../../support/read-xlsx'
import { readCsv, words } from '../../support/table-support'

const assetId = 'urn:aaid:aem:12345678-abcd-4321-9876-0123456789ab'
const body =
  '{"assetMetadata":{"dc:title":"Té","n":1.0,"n":2},"repositoryMetadata":{"repo:name":"té/1.jpg","repo:path":"/content/dam/té.jpg"}}'

function setUp(isChosen = true) {
  const saved: { suggestedName: string; bytes: Uint8Array }[] = []
  const files: FileChoice = {
    openBytes: async () => null,
    openText: async () => null,
    saveText: async () => null,
    saveBytes: async ({ suggestedName, bytes }) => {
      saved.push({ suggestedName, bytes })
      return isChosen ? `/chosen/${suggestedName}` : null
    },
  }
  const handlers = exportHandlers({
    files,
    // What the process for it does, without the process.
    writeExport: writeFileOf,
    words: () => ({ ...words, title: 'Save', tableTitle: 'Save the table' }),
  })
  function save(format: ExportFormat, asset = assetId, text = body) {
    return handlers.exportMetadata({ assetId: asset, text, format })
  }
  return { save, saved, saveTable: handlers.exportTable }
}

describe('exporting metadata', () => {
  it('as JSON saves the body as it came', async () => {
    const { save, saved } = setUp()
    await save('json')
    expect(Buffer.from(saved[0]?.bytes ?? []).toString()).toBe(body)
  })

  it.each([
    ['json', 'té-1.jpg metadata.json'],
    ['csv', 'té-1.jpg metadata.csv'],
    ['xlsx', 'té-1.jpg metadata.xlsx'],
    ['aem-import', 'té-1.jpg metadata-import.csv'],
  ] as const)('as %s suggests a name that a file can have', async (format, name) => {
    const { save } = setUp()
    expect(await save(format)).toMatchObject({ kind: 'saved', path: `/chosen/${name}` })
  })

  it('says nothing of a place that was not chosen', async () => {
    const { save } = setUp(false)
    expect(await save('json')).toBeNull()
  })

  it('names what the import of AEM does not take', async () => {
    const { save } = setUp()
    const several = { key: 'n', reason: 'several-of-one-name' }
    expect(await save('aem-import')).toMatchObject({ remarks: { leftOut: [several, several] } })
  })

  it.each(['../x', 'a/b', ''])('refuses %j for an asset', async (asset) => {
    const { save, saved } = setUp()
    await expect(save('json', asset)).rejects.toThrow()
    expect(saved).toEqual([])
  })

  it.each(['', 'Not found', '{"assetMetadata":'])('refuses %j for a body', async (text) => {
    const { save, saved } = setUp()
    await expect(save('csv', assetId, text)).rejects.toThrow()
    expect(saved).toEqual([])
  })
})

describe('exporting a table', () => {
  const table = {
    name: 'Changes',
    sheet: 'Changes: all/of them',
    headings: ['Asset', 'Value'],
    rows: [
      ['té', '1.50'],
      ['=1+1', ''],
    ],
  }

  it('as CSV keeps digits, and guards what looks like a formula', async () => {
    const { saveTable, saved } = setUp()
    expect(await saveTable({ ...table, format: 'csv' })).toMatchObject({
      path: '/chosen/Changes.csv',
      remarks: { guardedCells: 1 },
    })
    expect(readCsv(Buffer.from(saved[0]?.bytes ?? []).toString())).toEqual([
      ['Asset', 'Value'],
      ['té', '1.50'],
      ["'=1+1", ''],
    ])
  })

  it('as XLSX is the same', async () => {
    const { saveTable, saved } = setUp()
    await saveTable({ ...table, format: 'xlsx' })
    const [sheet = []] = readXlsx(saved[0]?.bytes ?? new Uint8Array())
    expect(sheet.map((row) => [row[0], row[1] ?? ''])).toEqual([
      ['Asset', 'Value'],
      ['té', '1.50'],
      ["'=1+1", ''],
    ])
  })

  it('refuses what is no table', async () => {
    const { saveTable } = setUp()
    await expect(saveTable({ ...table, rows: [[1]], format: 'csv' })).rejects.toThrow()
  })
})
