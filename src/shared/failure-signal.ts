/** Who can fix a failure, in the words of Adobe's consoles. */
export type Owner =
  | 'you'
  | 'adc-owner'
  | 'admin-console-admin'
  | 'cloud-manager-deployer'
  | 'aem-admin'
  | 'your-it'
  | 'adobe'

/** The step of a connection check at which a failure shows. */
export type CheckStep =
  | 'input'
  | 'keychain'
  | 'network'
  | 'token'
  | 'claims'
  | 'aem'
  | 'allow-list'
  | 'read'
  | 'write'

/** What in an answer, or in the lack of one, gives a cause away. All members that are named must hold. */
export type Signal = {
  from: 'ims' | 'aem' | 'any'
  status?: readonly number[]
  /** `error` of an IMS body. */
  error?: RegExp
  /** `error_description` of an IMS body. */
  description?: RegExp
  /** `detail` of problem+json. */
  detail?: RegExp
  /** Last path segment of `type` of problem+json: the rest may be http or https. */
  problemType?: RegExp
  /** `error_code` of an Adobe I/O gateway body. */
  gatewayCode?: RegExp
  /** What the network stack said instead of an answer, such as `net::ERR_NAME_NOT_RESOLVED`. */
  network?: RegExp
  /** What our own client refused in the answer. */
  refused?: Refusal
  method?: 'read' | 'write'
  /** Text of a web page that came instead of an answer. */
  page?: RegExp
  /** The body is a page of the network in between: of a filter, a proxy or a captive portal. */
  isNetworkPage?: true
  /** Header `Server` of an answer that is not JSON: who sent it calls itself so. */
  server?: RegExp
  /** Where a redirect pointed. */
  target?: RegExp
  /** The same token has just read what this change was refused for. */
  readWorked?: true
}

/** Reasons for which the client itself gives an answer up. */
export type Refusal =
  | 'proxy-login'
  | 'redirect'
  | 'deadline-headers'
  | 'deadline-body'
  | 'too-large'
  | 'html'
  | 'empty'
  | 'not-json'
  | 'cut-off'
  | 'too-deep'
  | 'no-metadata'
  | 'unusable-token'
  | 'not-modified-unasked'

export type Cause = {
  step: CheckStep
  owner: Owner
  /** Trying again without changing anything can help. */
  passing: boolean
  /** Where the fact stands. */
  source: string
} & (
  | { signals: readonly [Signal, ...Signal[]] }
  /**
   * No answer gives these away. `comparison`: the check finds them by what it holds itself. `people`: they show in Adobe's
   * consoles or in a browser, out of this program's sight. `exclusion`: no other cause holds.
   */
  | { signals: readonly []; knownBy: 'comparison' | 'people' | 'exclusion' }
)
