import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { SettingsPatch } from '../../../shared/settings'
import { unwrap } from '../../desktop/desktop'

export function settingsQuery() {
  return queryOptions({ queryKey: ['settings'], queryFn: () => unwrap(window.desktop.readSettings()) })
}

/** Sizes and hosts change all the time: never cached. */
export function programQuery() {
  return queryOptions({
    queryKey: ['program'],
    queryFn: () => unwrap(window.desktop.describeProgram()),
    staleTime: 0,
    gcTime: 0,
  })
}

export function useChangeSettings() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (patch: SettingsPatch) => unwrap(window.desktop.changeSettings(patch)),
    onSuccess: (settings) => {
      client.setQueryData(settingsQuery().queryKey, settings)
      void client.invalidateQueries({ queryKey: programQuery().queryKey })
    },
  })
}

/** True until it is known otherwise. */
export function useKeepsHistory(): boolean {
  return useQuery(settingsQuery()).data?.keepsHistory ?? true
}
