import { expect, it } from 'vitest'
import { recordChecks } from '../../../src/main/check/record-checks'
import type { CheckMark } from '../../../src/shared/kept'
import { assetOf, openCheck, openCloud, runCheck } from '../../support/check-bench'

async function openRecorded(keepsHistory = true) {
  const cloud = await openCloud()
  const services = openCheck()
  const marks: CheckMark[] = []
  const checks = recordChecks(services.check, {
    recordCheck: async (mark) => void marks.push(mark),
    keepsHistory: () => keepsHistory,
    onProblem: (thrown) => {
      throw thrown
    },
  })
  const connection = await services.save(cloud, 'Reader')
  return { checks, connection, assetId: assetOf(cloud), marks }
}

it('keeps how a check ended', async () => {
  const { checks, connection, assetId, marks } = await openRecorded()
  const { report } = await runCheck({ check: checks.checkConnection }, connection, assetId)
  expect(marks).toEqual([
    { connectionId: connection.id, at: report.finishedAt, verdict: expect.any(String), step: null },
  ])
})

it('keeps nothing of a check that ran while its connection was changed', async () => {
  const { checks, connection, assetId, marks } = await openRecorded()
  const order = { connectionId: connection.id, assetId, secretSlot: 'current' as const, withUpdate: false }
  await checks.checkConnection(order, new AbortController().signal, () => {
    void checks.connectionChanged(connection.id, 'edited')
  })
  expect(marks).toEqual([])
})

it('keeps nothing while history is off', async () => {
  const { checks, connection, assetId, marks } = await openRecorded(false)
  await runCheck({ check: checks.checkConnection }, connection, assetId)
  expect(marks).toEqual([])
})
