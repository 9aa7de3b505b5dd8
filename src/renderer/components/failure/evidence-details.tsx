import { ActionButton } from '@react-spectrum/s2/ActionButton'
import { Disclosure, DisclosurePanel, DisclosureTitle } from '@react-spectrum/s2/Disclosure'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useMutation } from '@tanstack/react-query'
import type { CauseId } from '../../../shared/failure-catalogue'
import type { Evidence } from '../../../shared/result'
import messages from '../../../words/failure/messages/en.json'
import { copyText } from '../../desktop/copy-text'
import { useFormats } from '../../language/formats'
import { useColon, useMessages } from '../../language/messages'
import { Definition, DefinitionList } from '../definition-list'

type Line = { name: string; text: string }

function useEvidenceLines(evidence: Evidence, cause: CauseId | null): readonly Line[] {
  const say = useMessages(messages)
  const formats = useFormats()
  const none = say('details.none')
  return [
    { name: say('details.request'), text: `${evidence.method} ${evidence.url}` },
    {
      name: say('details.status'),
      text: evidence.status === null ? say('details.no-answer') : String(evidence.status),
    },
    { name: say('details.contentType'), text: evidence.contentType ?? none },
    { name: say('details.requestId'), text: evidence.requestId ?? none },
    { name: say('details.at'), text: evidence.at },
    { name: say('details.duration'), text: formats.milliseconds(evidence.durationMs) },
    ...(cause === null ? [] : [{ name: say('details.cause'), text: cause }]),
    { name: say('details.excerpt'), text: evidence.excerpt === '' ? none : evidence.excerpt },
  ]
}

export type EvidenceDetailsProps = {
  evidence: Evidence
  /** null where nothing went wrong. */
  cause: CauseId | null
  heading?: string
}

/** What was sent and received, collapsed at first. */
export function EvidenceDetails({ evidence, cause, heading }: EvidenceDetailsProps) {
  const say = useMessages(messages)
  const colon = useColon()
  const lines = useEvidenceLines(evidence, cause)
  const copy = useMutation({ mutationFn: copyText })
  function copyAll() {
    return copy.mutate(lines.map(({ name, text }) => `${name}${colon}${text}`).join('\n'))
  }
  return (
    <Disclosure isQuiet size="S" styles={style({ marginTop: 8 })}>
      <DisclosureTitle>{heading ?? say('details.heading')}</DisclosureTitle>
      <DisclosurePanel>
        <DefinitionList isDense>
          {lines.map(({ name, text }) => (
            <Definition key={name} name={name} isCode>
              <bdi>{text}</bdi>
            </Definition>
          ))}
        </DefinitionList>
        <ActionButton size="S" onPress={copyAll} styles={style({ marginTop: 12 })}>
          {say(copy.isSuccess ? 'details.copied' : 'details.copy')}
        </ActionButton>
      </DisclosurePanel>
    </Disclosure>
  )
}
