import type { CheckReport } from '../../shared/check'
import type { AppError } from '../../shared/result'
import { outcomeOf } from '../../words/check/check-outcome'
import { reportJson } from '../../words/check/report/report-json'
import { reportJunit } from '../../words/check/report/report-junit'
import { reportText } from '../../words/check/report/report-text'
import { describeError } from '../../words/failure/describe-failure'
import { requireAssetId } from '../assets/require-asset-id'
import { requireConfirmation } from '../check/check-target'
import { Failure } from '../failures/failure'
import { hideCredentials } from '../failures/redact'
import { openNetworkFile } from '../network/network-file'
import { openConnections } from '../open-connections'
import { mainMessages } from '../program/main-messages'
import type { ProgramFiles } from '../program/open-program-files'
import { isAllowedSwitch } from '../program/start-switches'
import { openServices, type Services } from '../services'
import { commandLanguage, sayCommand } from './command-language'
import { CommandProblem, printProblem, requireFolderOf, writeOutput } from './command-output'
import type { CommandWords } from './find-command'
import { connectionsFileFor, openCredential } from './open-credential'
import { type CheckCommand, parseCommand, type ReadCommand } from './parse-command'

/** As documented for pipelines. */
export const exitCodes = { passed: 0, failed: 1, notCarriedOut: 2, cancelled: 130 } as const
type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** Carries a command out with the services that the window uses, prints what came of it, and returns the exit code. */
export async function runCommand(
  found: CommandWords,
  files: ProgramFiles,
  signal: AbortSignal,
): Promise<ExitCode> {
  // The process that waits for this one has understood it before.
  const parsed = parseCommand(found, process.env, isAllowedSwitch)
  if (!('command' in parsed)) return exitCodes.notCarriedOut
  const { command } = parsed
  const services = openServices({
    ...openConnections({
      file: connectionsFileFor(command.source, files.places.connections),
      onKeychainWaiting: () => undefined,
      connectionChanged: () => undefined,
    }),
    networkFile: openNetworkFile(files.places.network),
    settings: files.settings,
    demoName: (environment) => mainMessages('en').demoNames[environment],
  })
  try {
    requireFolderOf(command.output)
    return command.name === 'check'
      ? await check(command, services, signal)
      : await read(command, services, signal)
  } catch (thrown) {
    if (signal.aborted) {
      await printProblem(sayCommand('cancelled'))
      return exitCodes.cancelled
    }
    await printProblem(hideCredentials(wordsFor(thrown)))
    return exitCodes.notCarriedOut
  } finally {
    await services.demo.close()
  }
}

function passes(report: CheckReport, { allowsUnproven }: CheckCommand): boolean {
  const { kind } = outcomeOf(report.steps)
  return kind !== 'red' && (kind !== 'unproven' || allowsUnproven)
}

async function check(command: CheckCommand, services: Services, signal: AbortSignal): Promise<ExitCode> {
  const { connectionIds, demoAssetId } = await openCredential(command.source, command.extras, services)
  const reports: CheckReport[] = []
  for (const connectionId of connectionIds) {
    reports.push(
      await checkOne(
        { ...command, asset: command.asset || (demoAssetId ?? '') },
        connectionId,
        services,
        signal,
      ),
    )
  }
  await writeOutput(command.output, hideCredentials(await formatReports(command, reports)))
  return reports.every((report) => passes(report, command)) ? exitCodes.passed : exitCodes.failed
}

async function checkOne(
  { asset, withRights: withUpdate, confirmedName }: CheckCommand,
  connectionId: string,
  { connections, resolveAccess, checkConnection }: Services,
  signal: AbortSignal,
): Promise<CheckReport> {
  const record = await connections.find(connectionId)
  const access = await resolveAccess(record)
  const assetId = asset.trim() === '' ? null : await requireAssetId(asset, record, access)
  requireConfirmation(record, withUpdate, confirmedName)
  const order = { connectionId, assetId, secretSlot: 'current', withUpdate } as const
  return checkConnection(order, signal, () => undefined)
}

async function formatReports(command: CheckCommand, reports: readonly CheckReport[]): Promise<string> {
  switch (command.format) {
    case 'text':
      return reportText(commandLanguage, reports)
    case 'json':
      return reportJson(commandLanguage, reports)
    case 'junit':
      return reportJunit(commandLanguage, reports, {
        passes: (report) => passes(report, command),
        verdict: sayCommand('verdict'),
      })
    case 'html': {
      // React's server side is needed for this alone.
      const { reportHtml } = await import('../../words/check/report/report-html')
      return reportHtml(commandLanguage, reports)
    }
  }
}

/** Prints the body as AEM sent it, byte for byte where it is UTF-8 without a byte order mark. */
async function read(command: ReadCommand, services: Services, signal: AbortSignal): Promise<ExitCode> {
  const { connections, resolveAccess, metadata } = services
  const { connectionIds, demoAssetId } = await openCredential(command.source, command.extras, services)
  const record = await connections.find(connectionIds[0] ?? '')
  const access = await resolveAccess(record)
  const assetId = await requireAssetId(command.asset || (demoAssetId ?? ''), record, access)
  try {
    const { text } = await metadata.read({ ...access, assetId }, signal, () => undefined)
    await writeOutput(command.output, text)
    return exitCodes.passed
  } catch (thrown) {
    if (!(thrown instanceof Failure) || thrown.error.kind !== 'failure') throw thrown
    await printProblem(hideCredentials(describeInLines(thrown.error)))
    return exitCodes.failed
  }
}

function describeInLines(error: AppError): string {
  const { sayFailure } = commandLanguage
  const { cause, fix } = describeError(sayFailure, error)
  return [cause, ...fix.map((line) => `- ${line}`)].join('\n')
}

function wordsFor(thrown: unknown): string {
  if (thrown instanceof CommandProblem) return thrown.message
  if (thrown instanceof Failure) return describeInLines(thrown.error)
  return sayCommand('unexpected', { detail: thrown instanceof Error ? thrown.message : '' })
}
