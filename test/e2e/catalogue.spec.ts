import { randomUUID } from 'node:crypto'
import { expect } from '@playwright/test'
import { type DemoCloud, startDemoCloud } from '../../src/demo-cloud/demo-cloud'
import type { Input, Operation, Output } from '../../src/shared/contract'
import { failureCatalogue } from '../../src/shared/failure-catalogue'
import type { Result } from '../../src/shared/result'
import { findsOf } from '../catalogue/bench'
import { type Certificates, makeCertificates } from '../catalogue/certificates'
import { blockedName, electronCases, type Scene } from '../catalogue/electron-cases'
import { makeTempFolder } from '../support/temp-folder'
import { connectionTo } from './support/cloud'
import { needsLinux } from './support/linux'
import type { Program } from './support/program'
import { test } from './support/test'

needsLinux('the NSS database in which Chromium finds our authority')

let program: Program
let cloud: DemoCloud
let certificates: Certificates
const home = makeTempFolder()

test.beforeAll(async ({ programs }) => {
  certificates = makeCertificates(home.path)
  cloud = await startDemoCloud()
  program = await programs.open({ env: { HOME: home.path }, switches: [blockedName.switch] })
})
test.afterAll(async () => {
  await program?.close()
  await cloud?.close()
  home.remove()
})

/** Calls the program as its window does, whatever the window looks like. */
async function call<O extends Operation>(operation: O, input: Input<O>): Promise<Output<O>> {
  const asked = `desktop.${operation}(${JSON.stringify(input)})`
  const result = await program.page.evaluate<Result<Output<O>>>(asked)
  if (!result.ok) throw new Error(`${operation}: ${JSON.stringify(result.error)}`)
  return result.value
}

function setProxy({ proxy, proxyScript }: Scene) {
  return program.app.evaluate(
    ({ session }, [rules, script]) =>
      session
        .fromPartition('calls')
        .setProxy(
          script !== null
            ? { mode: 'pac_script', pacScript: script }
            : rules !== null
              ? { proxyRules: rules, proxyBypassRules: '<-loopback>' }
              : { mode: 'direct' },
        ),
    [proxy ?? null, proxyScript ?? null] as const,
  )
}

async function check(scene: Scene) {
  const { imsHost, assetId } = scene
  const { name: _, ...words } = connectionTo(cloud, 'Reader')
  const { id } = await call('saveConnection', {
    ...words,
    id: null,
    name: randomUUID(),
    environment: 'development',
    imsHost: imsHost ?? words.imsHost,
    keepSecretIn: 'session',
    imported: null,
  })
  await setProxy(scene)
  const order = {
    connectionId: id,
    ticket: randomUUID(),
    asset: assetId ?? '',
    secretSlot: 'current',
    withUpdate: false,
    confirmedName: '',
    isRepeated: false,
  } as const
  return call('checkConnection', order)
}

const atEnd: (() => void)[] = []
test.afterEach(async () => {
  for (const end of atEnd.splice(0).reverse()) end()
  await setProxy({})
})

test('nothing is found where nothing is wrong', async () => {
  expect(findsOf(await check({}))).toEqual([])
})

for (const { cause, owner, state, finds, arrange } of electronCases) {
  test(`${cause}: ${state}`, async () => {
    const scene = await arrange({ cloud, certificates, atEnd: (end) => atEnd.push(end) })
    expect(findsOf(await check(scene))).toEqual(finds)
    expect(failureCatalogue[cause].owner).toBe(owner)
  })
}
