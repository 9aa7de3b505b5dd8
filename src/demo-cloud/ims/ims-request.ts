import type { Account } from '../credentials/credential'
import type { Exchange } from '../http/exchange'
import type { Switches } from '../switches'
import type { TokenRegister } from './access-token'
import { ImsRefusal } from './ims-replies'
import type { Parameters } from './parameters'

export interface ImsContext {
  accounts: ReadonlyMap<string, Account>
  tokens: TokenRegister
  switches: Switches
  now(): number
  redirectTarget: string
  /** Counts requests per client ID with a right secret. */
  attempts: Map<string, number>
}

export interface ImsRequest {
  context: ImsContext
  exchange: Exchange
  parameters: Parameters
}

/**
 * The value of a parameter.
 *
 * @throws ImsRefusal when it is missing or empty; the text is a guess.
 */
export function required({ parameters }: ImsRequest, name: string): string {
  const value = parameters.get(name)
  if (!value) throw new ImsRefusal(400, 'bad_request', `${name} parameter is missing`)
  return value
}

/**
 * The account of the client that asks: client ID first, then the secret, by parameters or by HTTP Basic. The two texts are
 * captured ones: adobe/asset-compute's client tells a wrong secret from the rest by one, community threads hold the other.
 *
 * @throws ImsRefusal
 */
export function authenticate(request: ImsRequest): Account {
  const { context, parameters } = request
  const { invalidClientStatus } = context.switches
  const account = context.accounts.get(required(request, 'client_id'))
  if (account === undefined) {
    throw new ImsRefusal(invalidClientStatus, 'invalid_client', 'invalid client_id parameter')
  }
  const offered = parameters.secrets.length > 0 ? parameters.secrets : [required(request, 'client_secret')]
  if (!offered.some((secret) => account.secrets.includes(secret))) {
    throw new ImsRefusal(invalidClientStatus, 'invalid_client', 'invalid client_secret parameter')
  }
  return account
}
