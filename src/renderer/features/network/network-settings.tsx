import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useQuery } from '@tanstack/react-query'
import { isolate } from '../../../words/language/say-in'
import { FailureNotice } from '../../components/failure/failure-notice'
import { Section } from '../../components/section'
import { useMessages } from '../../language/messages'
import { AuthorityList } from './authority-list'
import { ClientCertificates } from './client-certificates'
import messages from './messages/en.json'
import { networkQuery } from './network-queries'
import { ProxyForm } from './proxy-form'
import { ProxyLoginForm } from './proxy-login-form'

const paragraph = style({ font: 'body-sm', margin: 0, maxWidth: 640, overflowWrap: 'anywhere' })

/** How calls reach Adobe: proxy, its sign-in, a company's own authorities, client certificates. */
export function NetworkSettings() {
  const say = useMessages(messages)
  const { data: network, error } = useQuery(networkQuery())
  return (
    <Section look="open" title={say('title')}>
      <p className={paragraph}>{say('words')}</p>
      {error ? <FailureNotice error={error.error} /> : null}
      {network ? (
        <>
          {network.setAside === null ? null : (
            <p className={paragraph}>{say('setAside', { path: isolate(network.setAside) })}</p>
          )}
          <ProxyForm proxy={network.proxy} />
          {network.loginFor === null ? null : (
            <ProxyLoginForm key={network.loginFor} proxy={network.loginFor} login={network.login} />
          )}
          <AuthorityList authorities={network.authorities} />
          <ClientCertificates questions={network.certificateQuestions} />
        </>
      ) : null}
    </Section>
  )
}
