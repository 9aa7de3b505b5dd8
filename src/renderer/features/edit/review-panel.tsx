import { Button } from '@react-spectrum/s2/Button'
import { Picker, PickerItem } from '@react-spectrum/s2/Picker'
import { ProgressBar } from '@react-spectrum/s2/ProgressBar'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { type Draft, type PathForm, pathForms, type SendOutcome } from '../../../shared/edit'
import type { HttpExchange } from '../../../shared/http-exchange'
import type { AppError } from '../../../shared/result'
import { CopyButton } from '../../components/copy-button'
import { FailureNotice } from '../../components/failure/failure-notice'
import { unwrap } from '../../desktop/desktop'
import { useMessages } from '../../language/messages'
import { ChangesTable } from './changes-table'
import messages from './messages/en.json'
import { panel, panelHeading, panelWords } from './panel-styles'
import { isAtFault, piecesOf, type Refusal, refusalOf } from './refusal'
import { RefusedOperations } from './refused-operations'
import { useSendChanges } from './use-send-changes'

const quiet = style({ font: 'ui-sm', color: 'neutral-subdued', margin: 0 })
const line = style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8 })
const code = style({
  font: 'code-sm',
  margin: 0,
  padding: 12,
  borderRadius: 'default',
  backgroundColor: 'layer-1',
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
  userSelect: 'text',
})

const refusedText = style({ backgroundColor: 'negative-subtle', color: 'neutral', fontWeight: 'bold' })

export type ReviewPanelProps = {
  draft: Draft
  onBack: () => void
  onOutcome: (outcome: SendOutcome) => void
  /** Called when AEM refused what was sent, with what it says of the operations; null where nothing. */
  onRefused: (refusal: Refusal | null) => void
  curlOf: (exchange: HttpExchange) => string
  /** Hands a refused change to whoever can fix that. */
  renderRequest: (error: AppError) => ReactNode
}

/** What will be sent, in words and byte for byte, and the button that sends it. */
export function ReviewPanel(props: ReviewPanelProps) {
  const { draft, onBack, onOutcome, onRefused, curlOf, renderRequest } = props
  const say = useMessages(messages)
  const [form, setForm] = useState<PathForm | null>(null)
  const review = useQuery({
    queryKey: ['review', draft.id, draft.patch, form],
    queryFn: () => unwrap(window.desktop.reviewDraft({ draftId: draft.id, pathForm: form })),
    gcTime: 0,
  })
  const send = useSendChanges(onOutcome)
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  const reviewed = review.data
  // Of the main process, as the bytes are: another window may have edited since this one was told of the draft.
  const changes = reviewed?.changes ?? draft.changes
  const error = send.error ?? review.error
  const refusal = send.variables ? refusalOf(send.error?.error, send.variables.body) : null
  return (
    <section className={panel}>
      <h2 ref={title} tabIndex={-1} className={panelHeading}>
        {say('review.heading')}
      </h2>
      {error ? <FailureNotice error={error.error}>{renderRequest(error.error)}</FailureNotice> : null}
      {refusal ? <RefusedOperations {...refusal} /> : null}
      <div className={line}>
        <Button
          variant="accent"
          // Without Spectrum's own announcement, which outlives the button and then has no name.
          isDisabled={send.isPending || !reviewed || reviewed.body === '[]'}
          onPress={() =>
            reviewed &&
            send.mutate(reviewed, {
              onError: ({ error: refused }) => onRefused(refusalOf(refused, reviewed.body)),
            })
          }
        >
          {say('review.send')}
        </Button>
        <Button variant="secondary" isDisabled={send.isPending} onPress={onBack}>
          {say('review.back')}
        </Button>
        {send.isPending ? (
          <ProgressBar
            isIndeterminate
            size="S"
            label={say('review.sending')}
            styles={style({ width: 240, maxWidth: 'full' })}
          />
        ) : null}
      </div>
      {changes.length === 0 ? (
        <p className={panelWords}>{say('review.nothing')}</p>
      ) : (
        <ChangesTable changes={changes} isRefused={(path) => refusal !== null && isAtFault(refusal, path)} />
      )}
      {reviewed ? (
        <>
          <h3 className={panelHeading}>{say('review.request')}</h3>
          <p className={panelWords}>{say('review.request.words')}</p>
          <pre className={code} dir="ltr">
            {`PATCH ${reviewed.exchange.url}\nContent-Type: application/json-patch+json\nIf-Match: ${draft.etag ?? ''}\n\n`}
            <PatchText patch={reviewed.body} refusal={refusal} />
          </pre>
          <div className={line}>
            <CopyButton text={reviewed.body} label={say('review.copy')} />
            <CopyButton text={curlOf(reviewed.exchange)} label={say('review.curl')} />
            <Picker
              label={say('review.form')}
              labelPosition="side"
              size="S"
              value={reviewed.pathForm}
              onChange={(key) => setForm(pathForms.find((choice) => choice === key) ?? null)}
            >
              {pathForms.map((choice) => (
                <PickerItem key={choice} id={choice}>
                  {say(`review.form.${choice}`)}
                </PickerItem>
              ))}
            </Picker>
          </div>
          <p className={quiet}>{say('review.form.words')}</p>
        </>
      ) : null}
    </section>
  )
}

/** Byte for byte; an operation that AEM refused stands out. */
function PatchText({ patch, refusal }: { patch: string; refusal: Refusal | null }) {
  const isOfThis = refusal?.patch === patch
  return piecesOf(patch).map(({ text, operation }, at) =>
    isOfThis && operation !== null && refusal.operations.includes(operation) ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text keep their order.
      <mark key={at} className={refusedText}>
        {text}
      </mark>
    ) : (
      text
    ),
  )
}
