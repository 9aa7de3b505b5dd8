import * as v from 'valibot'
import type { Handlers } from '../../shared/contract'
import { proxyModes } from '../../shared/network'
import type { FileChoice } from '../files/file-choice'
import { parseInput } from '../input/parse-input'
import type { Network } from './network'

const shortText = v.pipe(v.string(), v.maxLength(10_000))
const proxySchema = v.object({ mode: v.picklist(proxyModes), address: shortText })
const loginSchema = v.object({ user: shortText, password: shortText, keepsInKeychain: v.boolean() })
const authoritySchema = v.object({ fingerprint: shortText })
const certificateSchema = v.object({ host: shortText, fingerprint: v.nullable(shortText) })

/** A whole list of the authorities of a system has a quarter of that. */
const largestAuthorityFile = 1_000_000

type Operations =
  | 'readNetwork'
  | 'chooseProxy'
  | 'saveProxyLogin'
  | 'forgetProxyLogin'
  | 'openAuthorityFile'
  | 'forgetAuthority'
  | 'chooseClientCertificate'

/** The way of calls to Adobe, as the user sets it. */
export function networkHandlers(
  network: Network,
  files: FileChoice,
  title: () => string,
): Pick<Handlers, Operations> {
  return {
    readNetwork: network.state,
    chooseProxy: (input) => network.chooseProxy(parseInput(proxySchema, input)),
    saveProxyLogin: (input) => network.saveLogin(parseInput(loginSchema, input)),
    forgetProxyLogin: network.forgetLogin,
    openAuthorityFile: async () => {
      const chosen = await files.openBytes({ title: title(), largestBytes: largestAuthorityFile })
      if (chosen === null) return null
      if (chosen.bytes === null) return { added: false, refusal: 'too-large' }
      return network.addAuthorities(chosen.bytes)
    },
    forgetAuthority: (input) => network.forgetAuthority(parseInput(authoritySchema, input).fingerprint),
    chooseClientCertificate: (input) => {
      const { host, fingerprint } = parseInput(certificateSchema, input)
      return network.chooseCertificate(host, fingerprint)
    },
  }
}
