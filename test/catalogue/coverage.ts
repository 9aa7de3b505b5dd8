import { type CauseId, failureCatalogue } from '../../src/shared/failure-catalogue'
import type { Cause } from '../../src/shared/failure-signal'
import { cases } from './cases'
import { electronCases } from './electron-cases'

/** How a row of the catalogue is brought about, here and in Electron. */
export type Coverage = { id: CauseId; cause: Cause; ways: readonly string[] }

const rows = Object.entries(failureCatalogue) as [CauseId, Cause][]

/** Every row of the catalogue with the ways in which it is tested. */
export const coverage: readonly Coverage[] = rows.map(([id, cause]) => ({
  id,
  cause,
  ways: [
    ...cases.filter((one) => one.cause === id).map(({ by, state }) => `${by}: ${state}`),
    ...electronCases.filter((one) => one.cause === id).map(({ state }) => `Electron: ${state}`),
  ],
}))

/** Causes that a test cannot bring about, and why. */
const notProducible: Partial<Record<CauseId, string>> = {
  'name-server-failed': 'needs a machine whose name server fails: test/e2e/name-servers.spec.ts makes one',
  'proxy-login-refused': 'needs a login that is saved: test/e2e/company-network.spec.ts does that',
  offline: "needs a machine without network: Chromium's emulation does not reach the program's own requests",
}

/** Why no test brings the row about; null where one has to. */
export function whyUntested({ id, cause }: Coverage): string | null {
  const isOutOfSight = 'knownBy' in cause && cause.knownBy === 'people'
  return notProducible[id] ?? (isOutOfSight ? 'nothing that the program could see' : null)
}
