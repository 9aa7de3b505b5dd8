import { describe, expect, it } from 'vitest'
import { createImports, type Imports } from '../../../src/main/services/credential-import/imports'
import { adcCredential, adcProject } from './reading'

const project = JSON.stringify(
  adcProject([
    adcCredential({ client_id: 'first', client_secrets: ['marker-one', 'marker-two'] }),
    adcCredential({ client_id: 'second', client_secrets: [] }),
  ]),
)

const importProject = (imports: Imports) => {
  const reading = imports.read(project, 'project.json')
  if (!reading.found) throw new Error(`Refused as ${reading.refusal}`)
  return reading
}

describe('imports', () => {
  it('tells how many secrets there are, not which', () => {
    const reading = importProject(createImports())
    expect(reading.candidates.map(({ clientId, secretCount }) => [clientId, secretCount])).toEqual([
      ['first', 2],
      ['second', 0],
    ])
    expect(JSON.stringify(reading)).not.toContain('marker')
  })

  it('gives the secrets of the candidate that is asked for, as often as asked', () => {
    const imports = createImports()
    const { importId } = importProject(imports)
    const take = () => imports.take({ importId, candidate: 0 })?.secrets
    expect([take(), take()]).toEqual([
      ['marker-one', 'marker-two'],
      ['marker-one', 'marker-two'],
    ])
  })

  it.each([-1, 2, 0.5, Number.NaN])('has no candidate %s', (candidate) => {
    const imports = createImports()
    const { importId } = importProject(imports)
    expect(imports.take({ importId, candidate })).toBeNull()
  })

  it('knows no other import', () => {
    const imports = createImports()
    importProject(imports)
    expect(imports.take({ importId: 'made-up', candidate: 0 })).toBeNull()
  })

  it('forgets what is dropped', () => {
    const imports = createImports()
    const { importId } = importProject(imports)
    imports.drop(importId)
    expect(imports.take({ importId, candidate: 0 })).toBeNull()
  })

  it('holds the newest five', () => {
    const imports = createImports()
    const ids = Array.from({ length: 6 }, () => importProject(imports).importId)
    const held = ids.map((importId) => imports.take({ importId, candidate: 0 }) !== null)
    expect(held).toEqual([false, true, true, true, true, true])
  })

  it('says why nothing was found, and holds nothing for it', () => {
    const imports = createImports()
    const ids = Array.from({ length: 5 }, () => importProject(imports).importId)
    expect(imports.read('', null)).toEqual({ found: false, refusal: 'empty' })
    expect(imports.take({ importId: ids[0] ?? '', candidate: 0 })).not.toBeNull()
  })
})
