import type { Cause } from '../failure-signal'

/** Programs of company networks, as the header `Server` of their own pages names them. */
const networkServer =
  /^(zscaler|squid|mcafee|mwg|skyhigh|blue ?coat|sonicwall|barracuda(http|\/ngfirewall)|kerio|olfeo|privoxy|tinyproxy|iboss|watchguard|fortiproxy|forcepoint|netskope|smoothwall|check point|cisco-wsa|protected by wirefilter)/i

/** Where filters and captive portals send people on to: their services, and paths that only they have. */
const networkTarget = new RegExp(
  [
    String.raw`^https?:\/\/([\w-]+\.)*(zscaler\w*\.net|zscloud\.net|opendns\.com|scansafe\.net|bluecoat\.com|netskope\.com|goskope\.com|menlosecurity\.com|iboss(cloud)?\.com|network-auth\.com|securelogin\.\w+\.com|etp\.akamai\.com|teams\.cloudflare\.com|cloudflareaccess\.com|fw-notify\.net)[:/]`,
    String.raw`^[^?#]*\/(fgtauth|UserCheck\/PortalMain|cgi-bin\/block(page|_message)\.cgi|php\/(uid|urlblock)\.php|sgerror\.php|webadmin\/deny|captiveportal|captive-portal)\b`,
    String.raw`^https?:\/\/[^/?]*(captive|hotspot|wlan|wifi|blockpage|webfilter|portal-auth)[^/?]*[/?]`,
  ].join('|'),
  'i',
)

/** Codes of OAuth, which only an authorization server sends (RFC 6749 section 5.2). */
const noOAuthCode = /^(?!(invalid|unauthorized|unsupported)_\w+$|access_denied$)/i

/** An answer that does not name its cause: what its status, its form or its page lets one conclude. */
export const answerFailures = {
  'aem-login-page': {
    step: 'aem',
    owner: 'you',
    passing: false,
    source: 'AEM author: sign-in page of the web interface',
    signals: [
      {
        from: 'aem',
        refused: 'redirect',
        target: /\/libs\/granite\/core\/content\/login\b|^https:\/\/[\w.-]+\.adobelogin\.com\//,
      },
      {
        from: 'aem',
        refused: 'html',
        page: /<title>[^<]*\b(AEM|Adobe)\b[^<]*\b(sign[ -]?in|log[ -]?in)\b|granite\/core\/content\/login|j_security_check/i,
      },
    ],
  },
  'proxy-page': {
    step: 'network',
    owner: 'your-it',
    passing: false,
    source: 'Pages of company proxies, filters and captive portals; RFC 6585 section 6',
    signals: [
      { from: 'any', isNetworkPage: true },
      { from: 'any', status: [511] },
      { from: 'any', server: networkServer },
      { from: 'any', refused: 'redirect', target: networkTarget },
    ],
  },
  redirected: {
    step: 'network',
    owner: 'your-it',
    passing: false,
    source: 'AEM Assets Author API: no redirects on these paths',
    signals: [
      { from: 'any', refused: 'redirect' },
      { from: 'any', network: /ERR_(UNSAFE|INVALID)_REDIRECT/ },
    ],
  },
  'aem-hibernated': {
    step: 'aem',
    owner: 'aem-admin',
    passing: true,
    source: 'Cloud Manager: hibernating and de-hibernating sandbox environments',
    signals: [{ from: 'aem', refused: 'html', page: /\bhibernat(ed|ing|ion)\b/i }],
  },
  'aem-address-not-allowed': {
    step: 'aem',
    owner: 'cloud-manager-deployer',
    passing: false,
    source: 'Cloud Manager: IP allow lists',
    signals: [
      {
        from: 'aem',
        status: [403],
        refused: 'html',
        page: /\bIP address\b[^<]{0,80}\b(not (allowed|permitted|authori[sz]ed|on)|blocked|denied)\b|\bIP allow[ -]?list/i,
      },
    ],
  },
  'ims-unavailable': {
    step: 'token',
    owner: 'adobe',
    passing: true,
    source: 'adobe/aio-lib-core-auth tests',
    signals: [{ from: 'ims', status: [500, 502, 503, 504] }],
  },
  'ims-not-ims': {
    step: 'token',
    owner: 'you',
    passing: false,
    source: 'IMS answers in JSON (ServerToServerAuthentication guide)',
    signals: [
      { from: 'ims', refused: 'html' },
      { from: 'ims', refused: 'empty' },
      { from: 'ims', refused: 'not-json' },
      { from: 'ims', status: [404, 405, 410], error: noOAuthCode },
    ],
  },
  'ims-token-unusable': {
    step: 'token',
    owner: 'adobe',
    passing: false,
    source: 'RFC 6749 section 5.1',
    signals: [{ from: 'ims', refused: 'unusable-token' }],
  },
  'aem-unavailable': {
    step: 'aem',
    owner: 'adobe',
    passing: true,
    source: 'RFC 9110 section 15.6',
    signals: [{ from: 'aem', status: [500, 502, 503, 504] }],
  },
  'aem-web-page': {
    step: 'aem',
    owner: 'aem-admin',
    passing: true,
    source: 'AEM Assets Author API answers in JSON',
    signals: [{ from: 'aem', refused: 'html' }],
  },
  'aem-token-refused': {
    step: 'aem',
    owner: 'adc-owner',
    passing: false,
    source: 'Adobe KB ka-26755; RFC 9110 section 15.5.2',
    signals: [
      { from: 'aem', status: [401], problemType: /^unauthori[sz]ed$/i },
      { from: 'aem', status: [401] },
    ],
  },
  'aem-empty': {
    step: 'read',
    owner: 'adobe',
    passing: true,
    source: 'AEM Assets Author API: 200 carries a body',
    signals: [
      { from: 'aem', refused: 'empty' },
      { from: 'aem', refused: 'not-modified-unasked' },
    ],
  },
  'aem-cut-off': {
    step: 'read',
    owner: 'your-it',
    passing: true,
    source: 'RFC 8259: a JSON text ends with its value',
    signals: [
      { from: 'aem', refused: 'cut-off' },
      { from: 'any', network: /ERR_CONTENT_(LENGTH_MISMATCH|DECODING)|ERR_(INCOMPLETE|INVALID)_CHUNKED/ },
    ],
  },
  'aem-not-metadata': {
    step: 'read',
    owner: 'you',
    passing: false,
    source: 'AEM Assets Author API: getAssetMetadata',
    signals: [
      { from: 'aem', refused: 'not-json' },
      { from: 'aem', refused: 'no-metadata' },
    ],
  },
  'body-too-large': {
    step: 'read',
    owner: 'you',
    passing: false,
    source: 'Limit of this program',
    signals: [{ from: 'any', refused: 'too-large' }],
  },
  'body-too-deep': {
    step: 'read',
    owner: 'you',
    passing: false,
    source: 'Limit of this program',
    signals: [{ from: 'any', refused: 'too-deep' }],
  },
} as const satisfies Record<string, Cause>
