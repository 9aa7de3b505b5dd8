import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { failureCatalogue } from '../../src/shared/failure-catalogue'
import { type Bench, openBench } from './bench'
import { cases, workingCredentials } from './cases'
import { subjectOf } from './subjects'

let bench: Bench
beforeAll(async () => {
  bench = await openBench()
})
afterAll(() => bench?.close())

describe('a failure', () => {
  it.each(cases)('is $cause at its step, and nothing else: $by, $state', async ({ run, finds }) => {
    expect(await run(bench)).toEqual(finds)
  })

  it.each(cases)('has its owner: $cause, $owner', ({ cause, owner }) => {
    expect(failureCatalogue[cause].owner).toBe(owner)
  })
})

describe('a credential that works', () => {
  it.each(workingCredentials)('has nothing found about it: %s', async (name) => {
    const subject = subjectOf(bench.cloud, name, bench.cloud.assets[0]?.assetId ?? null)
    expect(await bench.check(subject)).toEqual([])
  })
})
