import { Disclosure, DisclosurePanel, DisclosureTitle } from '@react-spectrum/s2/Disclosure'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import type { FindingSubject } from '../../../../words/check/finding-subject'
import messages from '../../../../words/check/messages/en.json'
import { useMessages } from '../../../language/messages'
import { FixSnippets } from '../steps/fix-snippets-list'

const text = style({ font: 'body-sm', maxWidth: 720 })
const paragraph = style({ marginTop: 0, marginBottom: 8 })
const ways = style({ marginTop: 0, marginBottom: 8, paddingStart: 20, display: 'grid', rowGap: 8 })

/** Explains the refusal at the end of Adobe's tutorial, and both fixes. */
export function TutorialExplained({ subject }: { subject: FindingSubject }) {
  const say = useMessages(messages)
  return (
    <Disclosure isQuiet size="S">
      <DisclosureTitle level={3}>{say('rights.tutorial')}</DisclosureTitle>
      <DisclosurePanel>
        <div className={text}>
          <p className={paragraph}>{say('rights.tutorial.what')}</p>
          <ol className={ways}>
            <li>{say('rights.tutorial.profile')}</li>
            <li>{say('rights.tutorial.group')}</li>
          </ol>
          <p className={paragraph}>{say('rights.tutorial.then')}</p>
          <FixSnippets cause="aem-write-refused" under={3} {...subject} />
        </div>
      </DisclosurePanel>
    </Disclosure>
  )
}
