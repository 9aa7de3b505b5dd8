import { Picker, PickerItem } from '@react-spectrum/s2/Picker'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useId } from 'react'
import type { CertificateQuestion } from '../../../shared/network'
import { isolate } from '../../../words/language/say-in'
import { FailureNotice } from '../../components/failure/failure-notice'
import { useFormats } from '../../language/formats'
import { useMessages } from '../../language/messages'
import messages from './messages/en.json'
import { useChooseCertificate } from './network-queries'

const group = style({ display: 'flex', flexDirection: 'column', rowGap: 12, paddingTop: 8, width: 'full' })
const heading = style({ font: 'title-sm', margin: 0 })
const paragraph = style({ font: 'body-sm', margin: 0, maxWidth: 640 })
const none = 'none'

/** For each host that has asked for a client certificate: which of the system's to send, if any. */
export function ClientCertificates({ questions }: { questions: readonly CertificateQuestion[] }) {
  const say = useMessages(messages)
  const formats = useFormats()
  const headingId = useId()
  const choose = useChooseCertificate()
  return (
    <section className={group} aria-labelledby={headingId}>
      <h3 id={headingId} className={heading}>
        {say('certificates')}
      </h3>
      <p className={paragraph}>{say('certificates.words')}</p>
      {questions.length === 0 ? <p className={paragraph}>{say('certificates.none')}</p> : null}
      {questions.map(({ host, offered, chosen }) => (
        <Picker
          key={host}
          label={say('certificates.for', { host: isolate(host) })}
          value={chosen ?? none}
          onChange={(key) => choose.mutate({ host, fingerprint: key === none ? null : String(key) })}
          styles={style({ width: 'full', maxWidth: 640 })}
        >
          {[
            <PickerItem key={none} id={none}>
              {say('certificates.send-none')}
            </PickerItem>,
            ...offered.map(({ fingerprint, subject, issuer, validTo }) => (
              <PickerItem key={fingerprint} id={fingerprint}>
                {say('certificates.name', {
                  subject: isolate(subject),
                  issuer: isolate(issuer),
                  date: formats.date(validTo),
                })}
              </PickerItem>
            )),
          ]}
        </Picker>
      ))}
      {choose.error ? <FailureNotice error={choose.error.error} /> : null}
    </section>
  )
}
