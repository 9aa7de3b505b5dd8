import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { NetworkState, ProxyChoice, ProxyLoginDraft } from '../../../shared/network'
import type { Result } from '../../../shared/result'
import { unwrap } from '../../desktop/desktop'

/** A call may have met a proxy or a server that asks for something since: never cached. */
export function networkQuery() {
  return queryOptions({
    queryKey: ['network'],
    queryFn: () => unwrap(window.desktop.readNetwork()),
    staleTime: 0,
    gcTime: 0,
  })
}

function useNetworkChange<Input>(change: (input: Input) => Promise<Result<NetworkState>>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: Input) => unwrap(change(input)),
    onSuccess: (network) => client.setQueryData(networkQuery().queryKey, network),
  })
}

export function useChooseProxy() {
  return useNetworkChange((choice: ProxyChoice) => window.desktop.chooseProxy(choice))
}

/** `read` gives the sign-in when it is sent, so that no state of ours holds the password. */
export function useSaveProxyLogin(read: () => ProxyLoginDraft) {
  return useNetworkChange((_: undefined) => window.desktop.saveProxyLogin(read()))
}

export function useForgetProxyLogin() {
  return useNetworkChange((_: undefined) => window.desktop.forgetProxyLogin())
}

export function useForgetAuthority() {
  return useNetworkChange((fingerprint: string) => window.desktop.forgetAuthority({ fingerprint }))
}

export function useChooseCertificate() {
  return useNetworkChange((choice: { host: string; fingerprint: string | null }) =>
    window.desktop.chooseClientCertificate(choice),
  )
}

export function useAddAuthority() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => unwrap(window.desktop.openAuthorityFile()),
    onSuccess: (reading) => {
      if (reading?.added) client.setQueryData(networkQuery().queryKey, reading.network)
    },
  })
}
