import { randomUUID } from 'node:crypto'
import type {
  AuthorityReading,
  CertificateSummary,
  NetworkState,
  ProxyChoice,
  ProxyLoginDraft,
} from '../../shared/network'
import type { FieldProblem } from '../../shared/result'
import type { CallRules } from '../calls/call-rules'
import type { Clock } from '../calls/clock'
import { Failure } from '../failures/failure'
import type { JsonFile } from '../files/json-file'
import type { SecretStore } from '../keychain/secret-store'
import { createOneAtATime } from '../one-at-a-time'
import { emptyNetworkFile, type NetworkFile } from './network-file'
import { hostOfProxy, proxyRulesOf, understandProxy } from './proxy-address'
import { readAuthorities, summarize } from './read-authorities'

type Options = {
  file: JsonFile<NetworkFile>
  secrets: SecretStore
  clock: Clock
  /** Called after each change of what calls go by. */
  onChange: () => void
}

export type Network = {
  rules: CallRules
  /** Each operation throws `storage` where the file is not to be had, and has changed nothing then. */
  state: () => Promise<NetworkState>
  /** Throws `input` for an address that makes no sense. */
  chooseProxy: (choice: ProxyChoice) => Promise<NetworkState>
  /** Throws `input`, or what the keychain throws. */
  saveLogin: (draft: ProxyLoginDraft) => Promise<NetworkState>
  forgetLogin: () => Promise<NetworkState>
  addAuthorities: (bytes: Uint8Array) => Promise<AuthorityReading>
  forgetAuthority: (fingerprint: string) => Promise<NetworkState>
  chooseCertificate: (host: string, fingerprint: string | null) => Promise<NetworkState>
  settled: () => Promise<void>
}

/** The user's own way to Adobe: proxy and its login, authorities, client certificates. */
export function createNetwork({ file, secrets, clock, onChange }: Options): Network {
  let known: NetworkFile | null = null
  let sessionLogin: { proxy: string; user: string; password: string } | null = null
  let askingProxy: string | null = null
  let refusedBy: string | null = null
  const offers = new Map<string, readonly CertificateSummary[]>()
  const queue = createOneAtATime()

  async function content(): Promise<NetworkFile> {
    known ??= (await file.read()) ?? emptyNetworkFile
    return known
  }
  async function write(change: Partial<NetworkFile>): Promise<void> {
    const changed = { ...(await content()), ...change }
    await file.write(changed)
    known = changed
  }
  async function state(): Promise<NetworkState> {
    const { proxy, login, authorities, certificates } = await content()
    const used = sessionLogin ?? login
    return {
      proxy,
      loginFor: askingProxy ?? hostOfProxy(proxy) ?? used?.proxy ?? null,
      login:
        used === null
          ? null
          : {
              proxy: used.proxy,
              user: used.user,
              isInKeychain: sessionLogin === null,
              isRefused: refusedBy === used.proxy,
            },
      authorities: authorities.map(summarize),
      certificateQuestions: [...offers].map(([host, offered]) => ({
        host,
        offered,
        chosen: certificates[host] ?? null,
      })),
      setAside: file.setAside(),
    }
  }
  /** One change at a time; what calls go by is taken up before it has ended. */
  function change(work: () => Promise<void>): Promise<NetworkState> {
    return queue.run(async () => {
      await work()
      onChange()
      return state()
    })
  }
  /** Passwords that the file no longer needs. It names them until the keychain has deleted them. */
  async function deleteLeft(): Promise<void> {
    const { leftAccounts } = await content()
    const kept: string[] = []
    for (const account of leftAccounts) await secrets.delete(account).catch(() => void kept.push(account))
    if (kept.length < leftAccounts.length) await write({ leftAccounts: kept })
  }
  /** The file names each account before the keychain has it and until it is deleted: no password is left for ever. */
  async function replaceLogin(login: NetworkFile['login'], password?: string): Promise<void> {
    const { login: former, leftAccounts } = await content()
    const left = former === null ? leftAccounts : [...leftAccounts, former.account]
    await write({ login, leftAccounts: left })
    if (login !== null && password !== undefined) {
      await secrets.set(login.account, password).catch(async (thrown: unknown) => {
        await write({ login: former, leftAccounts: [...leftAccounts, login.account] })
        throw thrown
      })
    }
    await deleteLeft()
  }
  /** Null where the keychain has no password any more: then the login is asked for anew. */
  async function passwordOf(account: string): Promise<string | null> {
    try {
      return await secrets.get(account)
    } catch (thrown) {
      if (isMissing(thrown)) return null
      throw thrown
    }
  }

  return {
    state,
    rules: {
      read: async () => {
        const { proxy, authorities } = await content()
        return { proxy: proxyRulesOf(proxy), authorities }
      },
      proxyLogin: async (proxy) => {
        const { login } = await content()
        if (refusedBy === proxy) return 'refused'
        if (sessionLogin?.proxy === proxy) return sessionLogin
        if (sessionLogin === null && login?.proxy === proxy) {
          const password = await passwordOf(login.account)
          if (password !== null) return { user: login.user, password }
        }
        askingProxy = proxy
        return null
      },
      noteRefusedLogin: (proxy) => {
        refusedBy = proxy
      },
      clientCertificate: async (host, offered) => {
        offers.set(host, offered)
        return (await content()).certificates[host] ?? null
      },
    },
    chooseProxy: (choice) =>
      change(async () => {
        const proxy = understandProxy(choice)
        await write({ proxy })
        askingProxy = null
      }),
    saveLogin: (draft) =>
      change(async () => {
        checkLogin(draft)
        const proxy = (await state()).loginFor
        // The window offers the form only where a proxy is known.
        if (proxy === null) throw new Failure({ kind: 'gone' })
        const { user, password, keepsInKeychain } = draft
        await replaceLogin(keepsInKeychain ? { proxy, user, account: randomUUID() } : null, password)
        sessionLogin = keepsInKeychain ? null : { proxy, user, password }
        refusedBy = null
      }),
    forgetLogin: () =>
      change(async () => {
        await replaceLogin(null)
        sessionLogin = null
        refusedBy = null
      }),
    addAuthorities: async (bytes) => {
      const read = readAuthorities(bytes, clock.now())
      if ('refusal' in read) return { added: false, refusal: read.refusal }
      const network = await change(async () => {
        const { authorities } = await content()
        await write({ authorities: [...new Set([...authorities, ...read.pem])] })
      })
      return { added: true, network }
    },
    forgetAuthority: (fingerprint) =>
      change(async () => {
        const { authorities } = await content()
        const others = authorities.filter((pem) => summarize(pem).fingerprint !== fingerprint)
        await write({ authorities: others })
      }),
    chooseCertificate: (host, fingerprint) =>
      change(async () => {
        const { [host]: _, ...others } = (await content()).certificates
        await write({ certificates: fingerprint === null ? others : { ...others, [host]: fingerprint } })
      }),
    settled: queue.idle,
  }
}

function isMissing(thrown: unknown): boolean {
  const error = thrown instanceof Failure ? thrown.error : null
  return error?.kind === 'keychain' && error.problem === 'secret-missing'
}

/** Nothing else is known of what proxies take, but a colon would end the user's name (RFC 7617 section 2). */
function checkLogin({ user, password }: ProxyLoginDraft): void {
  const problems: FieldProblem[] = []
  if (user.trim() === '') problems.push({ field: 'proxyUser', code: 'empty', values: {} })
  else if (user.includes(':')) problems.push({ field: 'proxyUser', code: 'user-has-colon', values: {} })
  if (password === '') problems.push({ field: 'proxyPassword', code: 'empty', values: {} })
  if (problems.length > 0) throw new Failure({ kind: 'input', problems })
}
