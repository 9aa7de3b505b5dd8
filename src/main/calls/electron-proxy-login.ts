import type { ClientRequest } from 'electron'
import type { CallRules } from './call-rules'
import { HttpProblem } from './http'

/**
 * Signs a call in to a proxy that asks for it, where its login is known; Chromium then does so itself for the calls that follow. A
 * proxy that asks again has turned the login down. Servers get none: they are signed in to by token alone.
 */
export function answerLogins(call: ClientRequest, rules: CallRules, fail: (reason: unknown) => void): void {
  const given = new Set<string>()
  call.on('login', ({ isProxy, host, port }, answer) => {
    if (!isProxy) return answer()
    const proxy = `${host}:${port}`
    if (given.has(proxy)) {
      rules.noteRefusedLogin(proxy)
      return fail(loginRefused())
    }
    given.add(proxy)
    rules.proxyLogin(proxy).then((login) => {
      if (login === null) fail(new HttpProblem({ network: 'net::ERR_PROXY_AUTH_REQUESTED' }))
      else if (login === 'refused') fail(loginRefused())
      else answer(login.user, login.password)
    }, fail)
  })
}

function loginRefused(): HttpProblem {
  return new HttpProblem({ refused: 'proxy-login' })
}
