import { parseArgs } from 'node:util'
import { describeAsJson, describeAsText } from './cli-listing'
import { describeSwitches, readSwitches, switchOptions } from './cli-switches'
import { type DemoCloud, startDemoCloud } from './demo-cloud'
import type { Switches } from './switches'

const usage = `Usage: npm run demo-cloud -- [--port N] [--json] [switches]

A local stand-in for Adobe IMS and an AEM as a Cloud Service author, for trying the app, curl or any other client
without an Adobe account. Listens on 127.0.0.1 only and runs until Ctrl+C.

  --port N   IMS listens on N, AEM on N+1, the target of hostile redirects on N+2
             (default 4010; 0 picks free ports)
  --json     print one line of JSON instead of text:
             { ims, aem, bucket, organizationId, credentials: [{ name, clientId, clientSecret, scopes, shows }],
               assets: [{ assetId, path, shows }] }
  --help     print this

Switches, for what Adobe does not document; each says who says so: [A] Adobe's own docs or code, [B] third party or a
single observation, [I] inference.

${describeSwitches()}`

interface Arguments {
  port: number
  json: boolean
  help: boolean
  switches: Partial<Switches>
}

async function main(): Promise<void> {
  const input = readArguments(process.argv.slice(2))
  if ('problem' in input) {
    process.stderr.write(`${input.problem}\n\n${usage}`)
    process.exitCode = 2
    return
  }
  if (input.help) {
    process.stdout.write(usage)
    return
  }
  let cloud: DemoCloud
  try {
    cloud = await startDemoCloud({ port: input.port, switches: input.switches })
  } catch (error) {
    process.stderr.write(`${explainStartFailure(error)}\n`)
    process.exitCode = 1
    return
  }
  function stop(): void {
    return void cloud.close().then(() => process.exit(0))
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  process.stdout.write(input.json ? describeAsJson(cloud) : describeAsText(cloud))
}

function readArguments(args: string[]): Arguments | { problem: string } {
  try {
    const { values } = parseArgs({
      args,
      options: {
        port: { type: 'string', default: '4010' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        ...switchOptions,
      },
    })
    const port = /^\d{1,5}$/.test(values.port) ? Number(values.port) : Number.NaN
    if (!(port <= 65_533)) {
      return { problem: `--port needs a whole number from 0 to 65533, and got "${values.port}".` }
    }
    const switches = readSwitches(values)
    if (typeof switches === 'string') return { problem: switches }
    return { port, json: values.json, help: values.help, switches }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) }
  }
}

function explainStartFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? error.code : undefined
  const port = 'port' in error ? error.port : 'asked for'
  if (code === 'EADDRINUSE') {
    return `Port ${port} is in use by another program. Choose other ports with --port, or --port 0 for any free ones.`
  }
  if (code === 'EACCES') return `This account may not listen on port ${port}. Choose a --port above 1023.`
  return `The demo cloud could not start: ${error.message}`
}

void main()
