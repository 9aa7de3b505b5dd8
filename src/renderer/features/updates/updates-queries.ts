import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Result } from '../../../shared/result'
import type { UpdatesState } from '../../../shared/updates'
import { unwrap } from '../../desktop/desktop'

function updatesQuery() {
  return queryOptions({ queryKey: ['updates'], queryFn: () => unwrap(window.desktop.readUpdates()) })
}

/** What is known of newer versions, as it changes. */
export function useUpdates() {
  const client = useQueryClient()
  useEffect(
    () => window.desktop.onUpdatesChanged((state) => client.setQueryData(updatesQuery().queryKey, state)),
    [client],
  )
  return useQuery(updatesQuery())
}

/** Events tell of everything that happens meanwhile: the answer of the call itself may be older than the last of them. */
function useUpdateOperation<Input>(operate: (input: Input) => Promise<Result<UpdatesState>>) {
  return useMutation({ mutationFn: (input: Input) => unwrap(operate(input)) })
}

export function useAllowUpdates() {
  return useUpdateOperation((isAllowed: boolean) => window.desktop.allowUpdates({ isAllowed }))
}

export function useCheckForUpdate() {
  return useUpdateOperation((_: undefined) => window.desktop.checkForUpdate())
}

export function useDownloadUpdate() {
  return useUpdateOperation((_: undefined) => window.desktop.downloadUpdate())
}

export function useCancelUpdate() {
  return useUpdateOperation((_: undefined) => window.desktop.cancelUpdate())
}

export function useInstallUpdate() {
  return useUpdateOperation((_: undefined) => window.desktop.installUpdate())
}

export function useOpenUpdateServer() {
  return useMutation({ mutationFn: () => unwrap(window.desktop.openUpdateServer()) })
}
