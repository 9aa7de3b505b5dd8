import type { Cause } from '../failure-signal'

/** No answer at all. */
export const networkFailures = {
  'no-answer': {
    step: 'network',
    owner: 'your-it',
    passing: true,
    source: 'Deadline of this program',
    signals: [
      { from: 'any', refused: 'deadline-headers' },
      { from: 'any', network: /ERR_(CONNECTION_)?TIMED_OUT/ },
    ],
  },
  'answer-stalled': {
    step: 'network',
    owner: 'your-it',
    passing: true,
    source: 'Deadline of this program',
    signals: [{ from: 'any', refused: 'deadline-body' }],
  },
  'proxy-failed': {
    step: 'network',
    owner: 'your-it',
    passing: false,
    source: 'Chromium network errors',
    signals: [
      {
        from: 'any',
        network:
          /ERR_(PROXY|TUNNEL|HTTPS_PROXY|SOCKS|NO_SUPPORTED_PROXIES|MANDATORY_PROXY|PAC|QUIC_PROXY|UNABLE_TO_REUSE_CONNECTION_FOR_PROXY)/,
      },
    ],
  },
  'proxy-login-unasked': {
    step: 'network',
    owner: 'your-it',
    passing: false,
    source: 'Chromium network errors: 407 of a connection without a proxy',
    signals: [{ from: 'any', network: /ERR_UNEXPECTED_PROXY_AUTH/ }],
  },
  'name-server-failed': {
    step: 'network',
    owner: 'your-it',
    passing: true,
    source: 'Chromium network errors; getaddrinfo(3): EAI_AGAIN, EAI_FAIL',
    signals: [{ from: 'any', network: /ERR_(DNS_|NAME_RESOLUTION_FAILED)/ }],
  },
  'name-blocked': {
    step: 'network',
    owner: 'your-it',
    passing: false,
    source: 'Cloudflare Gateway, block page: a blocked name is answered with 0.0.0.0; hosts(5)',
    signals: [{ from: 'any', network: /ERR_ADDRESS_INVALID/ }],
  },
  'host-not-found': {
    step: 'network',
    owner: 'you',
    passing: false,
    source: 'Chromium network errors',
    signals: [{ from: 'any', network: /ERR_NAME_NOT_RESOLVED|ERR_ICANN_NAME_COLLISION/ }],
  },
  'host-refused': {
    step: 'network',
    owner: 'your-it',
    passing: true,
    source: 'Chromium network errors',
    signals: [{ from: 'any', network: /ERR_(CONNECTION_REFUSED|ADDRESS_UNREACHABLE|NETWORK_ACCESS_DENIED)/ }],
  },
  'connection-lost': {
    step: 'network',
    owner: 'your-it',
    passing: true,
    source: 'Chromium network errors',
    signals: [
      {
        from: 'any',
        network:
          /ERR_CONNECTION_(RESET|CLOSED|ABORTED|FAILED)|ERR_EMPTY_RESPONSE|ERR_SOCKET|ERR_(HTTP2|QUIC)_/,
      },
    ],
  },
  offline: {
    step: 'network',
    owner: 'you',
    passing: true,
    source: 'Chromium network errors',
    signals: [
      { from: 'any', network: /ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|ERR_NETWORK_IO_SUSPENDED/ },
    ],
  },
  'tls-not-trusted': {
    step: 'network',
    owner: 'your-it',
    passing: false,
    source: 'Chromium network errors',
    signals: [{ from: 'any', network: /ERR_CERT_AUTHORITY_INVALID|ERR_CERT_INVALID/ }],
  },
  'tls-wrong-host': {
    step: 'network',
    owner: 'you',
    passing: false,
    source: 'Chromium network errors',
    signals: [{ from: 'any', network: /ERR_CERT_COMMON_NAME_INVALID/ }],
  },
  'tls-expired': {
    step: 'network',
    owner: 'your-it',
    passing: false,
    source: 'Chromium network errors',
    signals: [{ from: 'any', network: /ERR_CERT_DATE_INVALID/ }],
  },
  'client-certificate-needed': {
    step: 'network',
    owner: 'your-it',
    passing: false,
    source: 'Chromium network errors',
    signals: [{ from: 'any', network: /ERR_(SSL|BAD_SSL)_CLIENT_AUTH/ }],
  },
  'tls-failed': {
    step: 'network',
    owner: 'your-it',
    passing: false,
    source: 'Chromium network errors',
    signals: [{ from: 'any', network: /ERR_(SSL|CERT|BAD_SSL|TLS|ECH|ALPN|CLIENT_AUTH)/ }],
  },
  'headers-too-large': {
    step: 'network',
    owner: 'your-it',
    passing: false,
    source: 'Chromium network errors',
    signals: [{ from: 'any', network: /ERR_RESPONSE_HEADERS_TOO_BIG/ }],
  },
} as const satisfies Record<string, Cause>
