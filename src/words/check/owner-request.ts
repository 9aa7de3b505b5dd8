import { checkSteps } from '../../shared/check'
import { type CauseId, failureCatalogue } from '../../shared/failure-catalogue'
import type { CheckStep } from '../../shared/failure-signal'
import { snippetsFor } from '../../shared/fix-snippets'
import type { AppError, Evidence } from '../../shared/result'
import { describeError, findEvidence } from '../failure/describe-failure'
import type { CheckLanguage } from './check-language'
import { numberOfStep } from './check-outcome'
import type { FindingSubject } from './finding-subject'

type OwnerOf<C extends CauseId> = (typeof failureCatalogue)[C]['owner']
/** Causes that somebody else has to fix. Each needs a message that asks for it: `ask.<cause>`. */
type AskedCause = { [C in CauseId]: OwnerOf<C> extends 'you' ? never : C }[CauseId]

function isAsked(cause: CauseId): cause is AskedCause {
  return failureCatalogue[cause].owner !== 'you'
}

/** True where the user can fix it, and has nobody to ask. */
export function isOwnTask(error: AppError): boolean {
  return error.kind !== 'failure' || !isAsked(error.cause)
}

type RequestInput = {
  subject: FindingSubject
  /** null where an asset was read without a check. */
  step: CheckStep | null
  finding: AppError
  /** When it was seen. ISO 8601, UTC. */
  at: string
}

/** What the button says that copies the request, by whom it is for. */
export function requestLabel({ say }: CheckLanguage, finding: AppError): string {
  const owner = finding.kind === 'failure' ? failureCatalogue[finding.cause].owner : 'you'
  return say(`request.copy.${owner}`)
}

/** A text for those who can fix a finding: what was tried, what to do, what they need for it. No secret. */
export function writeRequest(language: CheckLanguage, input: RequestInput): string {
  const { say, sayFailure, environmentName } = language
  const { subject, step, finding, at } = input
  const { cause, fix } = describeError(sayFailure, finding)
  const environment = environmentName(subject.environment)
  const isNamed = finding.kind === 'failure'
  const ask = isNamed && isAsked(finding.cause) ? say(`ask.${finding.cause}`) : null
  const tried = say('request.tried', { name: subject.connectionName, environment, time: at })
  const happened =
    step === null
      ? say('request.read', { cause })
      : say('request.step', {
          number: numberOfStep(step),
          all: checkSteps.length,
          step: say(`step.${step}`),
          cause,
        })
  const paragraphs = [
    say('request.subject', { cause, environment }),
    ...(subject.hosts === 'adobe' ? [] : [say(`report.hosts.${subject.hosts}`)]),
    say('request.hello'),
    `${tried}\n${happened}`,
    ask === null
      ? [say('request.ask.you'), ...fix.map((line) => `- ${line}`)].join('\n')
      : say('request.ask', { ask }),
    [say('request.facts'), ...factLines(language, subject, finding)].join('\n'),
    ...(isNamed ? snippetParagraphs(language, subject, finding.cause) : []),
    say('request.after'),
    say('request.thanks'),
    say('request.no-secret'),
  ]
  return `${paragraphs.join('\n\n')}\n`
}

function factLines(
  { say, environmentName }: CheckLanguage,
  subject: FindingSubject,
  finding: AppError,
): string[] {
  const evidence = findEvidence(finding)
  const lines: readonly (readonly [string, string])[] = [
    [say('report.clientId'), subject.clientId],
    [say('token.email'), subject.technicalAccountEmail ?? ''],
    [say('token.account'), subject.technicalAccountId ?? ''],
    [say('report.environment'), environmentName(subject.environment)],
    [say('report.bucket'), subject.bucket],
    [say('report.aemHost'), subject.aemHost],
    [say('report.imsHost'), subject.imsHost],
    [say('report.scopes'), subject.scopes.join(', ')],
    [say('report.asset'), subject.assetId ?? ''],
    [say('report.assetPath'), subject.assetPath ?? ''],
    ...(evidence === null ? [] : evidenceLines(say, evidence)),
  ]
  return lines.filter(([, text]) => text !== '').map(([name, text]) => say('request.line', { name, text }))
}

function evidenceLines(say: CheckLanguage['say'], evidence: Evidence): (readonly [string, string])[] {
  return [
    [say('report.request'), `${evidence.method} ${evidence.url}`],
    [say('report.status'), evidence.status === null ? '' : String(evidence.status)],
    [say('report.requestId'), evidence.requestId ?? ''],
    [say('request.sent-at'), evidence.at],
  ]
}

function snippetParagraphs({ say }: CheckLanguage, subject: FindingSubject, cause: CauseId): string[] {
  return snippetsFor(cause, subject).map(({ id, text }) => {
    const heading = say('request.snippet', {
      title: say(`snippet.${id}`),
      where: say(`snippet.${id}.where`),
    })
    return `${heading}\n\n${text.trimEnd()}`
  })
}
