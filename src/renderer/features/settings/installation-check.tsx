import { ActionButton } from '@react-spectrum/s2/ActionButton'
import { Button } from '@react-spectrum/s2/Button'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useMutation } from '@tanstack/react-query'
import type { SelfCheckReport, SelfCheckState } from '../../../shared/self-check'
import failureMessages from '../../../words/failure/messages/en.json'
import {
  describeResult,
  describeSelfCheck,
  type SelfCheckLanguage,
  selfCheckText,
} from '../../../words/self-check/describe-self-check'
import selfCheckMessages from '../../../words/self-check/messages/en.json'
import { CopyButton } from '../../components/copy-button'
import { FailureNotice } from '../../components/failure/failure-notice'
import { Section } from '../../components/section'
import { PlainTable } from '../../components/table'
import { unwrap } from '../../desktop/desktop'
import { useFormats } from '../../language/formats'
import { useMessages } from '../../language/messages'
import messages from './messages/en.json'

const paragraph = style({ font: 'body-sm', margin: 0 })
const about = style({ font: 'body-sm', margin: 0, color: 'neutral-subdued' })
const buttons = style({ display: 'flex', flexWrap: 'wrap', gap: 8 })
const time = style({ whiteSpace: 'nowrap' })
const stateWord = style<{ state: SelfCheckState }>({
  fontWeight: { default: 'normal', state: { failed: 'bold' } },
  color: { state: { ok: 'positive-1000', failed: 'negative-1000', 'not-tried': 'neutral-subdued' } },
  whiteSpace: 'nowrap',
})

/** Lets the program try its own installation, for users and for those who help them. */
export function InstallationCheck() {
  const say = useMessages(messages)
  const check = useMutation({ mutationFn: () => unwrap(window.desktop.checkInstallation()) })
  return (
    <Section look="open" title={say('installation')}>
      <p className={paragraph}>{say('installation.words')}</p>
      {check.error ? <FailureNotice error={check.error.error} /> : null}
      <Button
        variant="secondary"
        fillStyle="outline"
        isPending={check.isPending}
        onPress={() => check.mutate()}
      >
        {say('installation.check')}
      </Button>
      {check.data && !check.isPending ? <Outcome report={check.data.report} /> : null}
    </Section>
  )
}

function Outcome({ report }: { report: SelfCheckReport }) {
  const say = useMessages(messages)
  const language: SelfCheckLanguage = {
    say: useMessages(selfCheckMessages),
    sayFailure: useMessages(failureMessages),
  }
  const formats = useFormats()
  const show = useMutation({ mutationFn: () => unwrap(window.desktop.showSelfCheck()) })
  const described = describeSelfCheck(language, report)
  return (
    <>
      <p role="status" className={paragraph}>
        <strong>{described.summary}</strong>
      </p>
      <PlainTable
        label={language.say('title')}
        heads={[
          say('installation.item'),
          say('installation.state'),
          say('installation.took'),
          say('installation.found'),
        ]}
        rows={report.results.map((result) => {
          const { title, state, lines } = describeResult(language, result)
          return {
            key: result.item,
            cells: [
              title,
              <span key="state" className={stateWord({ state: result.state })}>
                {state}
              </span>,
              <span key="time" className={time}>
                {formats.milliseconds(result.durationMs)}
              </span>,
              lines.map((line) => <div key={line}>{line}</div>),
            ],
          }
        })}
      />
      <p className={about}>{described.about.join(' · ')}</p>
      <div className={buttons}>
        <CopyButton label={say('installation.copy')} text={selfCheckText(language, report)} />
        <ActionButton size="S" onPress={() => show.mutate()}>
          {say('installation.show')}
        </ActionButton>
      </div>
    </>
  )
}
