import * as v from 'valibot'
import { proxyModes } from '../../shared/network'
import { type JsonFile, openJsonFile } from '../files/json-file'

/** What is kept of the network between two starts. Passwords are in the keychain; certificates of authorities are public. */
const networkFileSchema = v.object({
  version: v.literal(1),
  proxy: v.object({ mode: v.picklist(proxyModes), address: v.string() }),
  login: v.nullable(v.object({ proxy: v.string(), user: v.string(), account: v.string() })),
  /** Accounts of former passwords that the keychain has not deleted yet. */
  leftAccounts: v.array(v.string()),
  /** PEM. */
  authorities: v.array(v.string()),
  /** Fingerprints of client certificates by host. */
  certificates: v.record(v.string(), v.string()),
})
export type NetworkFile = v.InferOutput<typeof networkFileSchema>

export const emptyNetworkFile: NetworkFile = {
  version: 1,
  proxy: { mode: 'system', address: '' },
  login: null,
  leftAccounts: [],
  authorities: [],
  certificates: {},
}

export function openNetworkFile(path: string): JsonFile<NetworkFile> {
  return openJsonFile(path, (content) => v.parse(networkFileSchema, content))
}
