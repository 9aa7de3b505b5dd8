import { execFileSync } from 'node:child_process'
import { createServer } from 'node:https'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { makeCertificates } from '../catalogue/certificates'
import { launchAdapterHost } from '../support/adapter-host/launch'
import { makeTempFolder } from '../support/temp-folder'
import { say } from './support/failure-messages'
import { causeOf, portOf, send, startHttpHost } from './support/http-host'
import { needsLinux } from './support/linux'

needsLinux('the NSS database that the words name')

const company = makeTempFolder()
const user = makeTempFolder()
test.afterAll(() => {
  company.remove()
  user.remove()
})

/** What the words say to run, with the file of the authority. */
function commandFor(authority: string): string {
  const fix = say('fix.tls-not-trusted', { host: 'ims.field.test', system: 'linux' })
  const command = /mkdir -p .* -i FILE/.exec(fix)?.[0]
  if (command === undefined) throw new Error('The words name no command')
  return command.replace('FILE', authority)
}

test.describe('an authority that nobody knew', () => {
  startHttpHost(() => {
    const { good } = makeCertificates(company.path)
    server = createServer(good, (_request, response) => response.end('{}'))
    execFileSync('sh', ['-c', commandFor(join(company.path, 'certificates/ca.pem'))], {
      env: { ...process.env, HOME: user.path },
    })
    return launchAdapterHost({ ...process.env, HOME: user.path })
  })
  let server: ReturnType<typeof createServer>

  test('is trusted once the words have been followed', async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const outcome = await send(`https://127.0.0.1:${portOf(server)}/`)
    server.close()
    expect(outcome.kind === 'answer' ? outcome.status : causeOf(outcome)).toBe(200)
  })
})
