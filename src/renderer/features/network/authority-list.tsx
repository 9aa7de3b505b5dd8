import { Button } from '@react-spectrum/s2/Button'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useId } from 'react'
import type { CertificateSummary } from '../../../shared/network'
import { isolate } from '../../../words/language/say-in'
import { ConfirmButton } from '../../components/confirm-button'
import { FailureNotice } from '../../components/failure/failure-notice'
import { PlainTable } from '../../components/table'
import { PlainText } from '../../components/text/shown-text'
import { useFormats } from '../../language/formats'
import { useMessages } from '../../language/messages'
import messages from './messages/en.json'
import { useAddAuthority, useForgetAuthority } from './network-queries'

const group = style({
  display: 'flex',
  flexDirection: 'column',
  rowGap: 12,
  alignItems: 'start',
  width: 'full',
})
const heading = style({ font: 'title-sm', margin: 0 })
const paragraph = style({ font: 'body-sm', margin: 0, maxWidth: 640 })
const refused = style({ font: 'body-sm', margin: 0, maxWidth: 640, color: 'negative-1000' })
const fingerprint = style({ font: 'code-xs' })
/** The cell breaks words anywhere, also those of a button. */
const wholeWords = style({ whiteSpace: 'nowrap', overflowWrap: 'normal' })

/** Authorities that are trusted besides those of the system. */
export function AuthorityList({ authorities }: { authorities: readonly CertificateSummary[] }) {
  const say = useMessages(messages)
  const headingId = useId()
  const add = useAddAuthority()
  const forget = useForgetAuthority()
  const error = add.error ?? forget.error
  const isRefused = add.data?.added === false
  return (
    <section className={group} aria-labelledby={headingId}>
      <h3 id={headingId} className={heading}>
        {say('authorities')}
      </h3>
      <p className={paragraph}>{say('authorities.words')}</p>
      {authorities.length === 0 ? (
        <p className={paragraph}>{say('authorities.none')}</p>
      ) : (
        <AuthorityTable authorities={authorities} onRemove={forget.mutate} />
      )}
      <Button variant="secondary" fillStyle="outline" isPending={add.isPending} onPress={() => add.mutate()}>
        {say('authorities.add')}
      </Button>
      <p role="status" className={isRefused ? refused : paragraph}>
        {add.data?.added === false ? say(`refused.${add.data.refusal}`) : null}
        {add.data?.added ? say('authorities.added') : null}
      </p>
      {error ? <FailureNotice error={error.error} /> : null}
    </section>
  )
}

type AuthorityTableProps = {
  authorities: readonly CertificateSummary[]
  onRemove: (fingerprint: string) => void
}

function AuthorityTable({ authorities, onRemove }: AuthorityTableProps) {
  const say = useMessages(messages)
  const formats = useFormats()
  return (
    <PlainTable
      label={say('authorities')}
      heads={[
        say('authorities.subject'),
        say('authorities.issuer'),
        say('authorities.validTo'),
        say('authorities.fingerprint'),
        say('authorities.actions'),
      ]}
      rows={authorities.map((authority) => ({
        key: authority.fingerprint,
        cells: [
          <PlainText key="subject" text={authority.subject} />,
          <PlainText key="issuer" text={authority.issuer} />,
          formats.date(authority.validTo),
          <span key="fingerprint" className={fingerprint}>
            {authority.fingerprint}
          </span>,
          <span key="remove" className={wholeWords}>
            <ConfirmButton
              size="S"
              variant="negative"
              fillStyle="outline"
              label={say('authorities.remove')}
              danger="destructive"
              title={say('authorities.remove.title')}
              confirmLabel={say('authorities.remove.confirm')}
              onConfirm={() => onRemove(authority.fingerprint)}
            >
              {say('authorities.remove.words', { name: isolate(authority.subject) })}
            </ConfirmButton>
          </span>,
        ],
      }))}
    />
  )
}
