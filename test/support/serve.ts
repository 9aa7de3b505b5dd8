import { onTestFinished } from 'vitest'
import { makeTempFolder } from './temp-folder'
import { type Answer, startTestServer, type TestServer } from './test-server'

/** A server that ends with the test. */
export async function serve(answer: Answer): Promise<TestServer> {
  const server = await startTestServer(answer)
  onTestFinished(server.close)
  return server
}

/** A folder that ends with the test. */
export function tempFolder(): string {
  const { path, remove } = makeTempFolder()
  onTestFinished(remove)
  return path
}
