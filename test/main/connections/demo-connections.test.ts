import { expect, it, onTestFinished } from 'vitest'
import { createDemoConnections } from '../../../src/main/connections/demo-connections'
import { draftOf } from '../../support/drafts'
import { openConnections } from '../../support/open-connections'

function openDemo() {
  const { connections } = openConnections()
  const demo = createDemoConnections(connections, () => 'Demo cloud')
  onTestFinished(demo.close)
  async function names() {
    return (await connections.all()).map(({ name }) => name)
  }
  return { connections, demo, names }
}

it('the demo is added once when it is asked for twice at the same time', async () => {
  const { demo, names } = openDemo()
  const [one, other] = await Promise.all([demo.open(), demo.open()])
  expect([one.connection.id === other.connection.id, await names()]).toEqual([true, ['Demo cloud']])
})

it('the demo gets a number behind its name when another connection has it', async () => {
  const { connections, demo, names } = openDemo()
  await connections.save(draftOf({ name: 'Demo cloud' }), null)
  await demo.open()
  expect(await names()).toEqual(['Demo cloud', 'Demo cloud (2)'])
})

it('a demo that is brought back beside another one gets a number behind its name', async () => {
  const { connections, demo, names } = openDemo()
  const { connection } = await demo.open()
  await connections.forget(connection.id, false)
  await demo.open()
  await connections.restore(connection.id)
  expect(await names()).toEqual(['Demo cloud', 'Demo cloud (2)'])
})

it('the second environment is added once, beside the first, and has an author of its own', async () => {
  const { demo, names } = openDemo()
  const stage = await demo.openStage()
  await demo.openStage()
  const { connection } = await demo.open()
  expect(await names()).toEqual(['Demo cloud', 'Demo cloud (2)'])
  expect([stage.environment, connection.environment]).toEqual(['stage', 'development'])
  expect((await demo.hosts(stage.bucket)).aem).not.toBe((await demo.hosts(connection.bucket)).aem)
})
