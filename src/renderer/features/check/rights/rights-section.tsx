import type { CheckReport } from '../../../../shared/check'
import type { FindingSubject } from '../../../../words/check/finding-subject'
import messages from '../../../../words/check/messages/en.json'
import { Section } from '../../../components/section'
import { useMessages } from '../../../language/messages'
import { RightsTable } from './rights-table'
import { TutorialExplained } from './tutorial-explained'

export type RightsSectionProps = {
  /** null before the first check. */
  report: CheckReport | null
  subject: FindingSubject
}

/** What the technical account may do, as far as the check has shown. */
export function RightsSection({ report, subject }: RightsSectionProps) {
  const say = useMessages(messages)
  return (
    <Section title={say('rights.heading')} intro={say('rights.words')}>
      {report === null ? null : <RightsTable report={report} />}
      <TutorialExplained subject={subject} />
    </Section>
  )
}
