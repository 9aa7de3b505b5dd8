import { describe, expect, it } from 'vitest'
import { createImports, type Imports } from '../../../src/main/imports/imports'
import { adcCredential, adcProject } from '../../support/import-reading'

const project = JSON.stringify(
  adcProject([
    adcCredential({ client_id: 'first', client_secrets: ['marker-one', 'marker-two'] }),
    adcCredential({ client_id: 'second', client_secrets: [] }),
  ]),
)

async function importProject(imports: Imports) {
  const reading = await imports.read(project, 'project.json')
  if (!reading.found) throw new Error(`Refused as ${reading.refusal}`)
  return reading
}

describe('imports', () => {
  it('tells how many secrets there are, not which', async () => {
    const reading = await importProject(createImports())
    expect(reading.candidates.map(({ clientId, secretCount }) => [clientId, secretCount])).toEqual([
      ['first', 2],
      ['second', 0],
    ])
    expect(JSON.stringify(reading)).not.toContain('marker')
  })

  it('gives the secrets of the candidate that is asked for, as often as asked', async () => {
    const imports = createImports()
    const { importId } = await importProject(imports)
    function take() {
      return imports.take({ importId, candidate: 0 })?.secrets
    }
    expect([take(), take()]).toEqual([
      ['marker-one', 'marker-two'],
      ['marker-one', 'marker-two'],
    ])
  })

  it.each([-1, 2, 0.5, Number.NaN])('has no candidate %s', async (candidate) => {
    const imports = createImports()
    const { importId } = await importProject(imports)
    expect(imports.take({ importId, candidate })).toBeNull()
  })

  it('knows no other import', async () => {
    const imports = createImports()
    await importProject(imports)
    expect(imports.take({ importId: 'made-up', candidate: 0 })).toBeNull()
  })

  it('forgets what is dropped', async () => {
    const imports = createImports()
    const { importId } = await importProject(imports)
    imports.drop(importId)
    expect(imports.take({ importId, candidate: 0 })).toBeNull()
  })

  it('holds the newest five', async () => {
    const imports = createImports()
    const ids: string[] = []
    for (let count = 0; count < 6; count++) ids.push((await importProject(imports)).importId)
    const held = ids.map((importId) => imports.take({ importId, candidate: 0 }) !== null)
    expect(held).toEqual([false, true, true, true, true, true])
  })

  it('says why nothing was found, and holds nothing for it', async () => {
    const imports = createImports()
    const { importId } = await importProject(imports)
    for (let count = 0; count < 4; count++) await importProject(imports)
    expect(await imports.read('', null)).toEqual({ found: false, refusal: 'empty' })
    expect(imports.take({ importId, candidate: 0 })).not.toBeNull()
  })
})
