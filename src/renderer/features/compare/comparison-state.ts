import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { AssetTarget } from '../../../shared/asset-reference'
import { type Connection, environments } from '../../../shared/connections'
import type { FieldProblem } from '../../../shared/result'
import { useStableCallback } from '../../components/use-stable-callback'
import { type DesktopError, unwrap } from '../../desktop/desktop'
import { cacheKey } from '../../model/connections/connection-cache'

/** Most connections beside the one of the page. */
export const mostOthers = 3

/** A comparison as it was asked for. `target`: an asset chosen by hand; null is the one at the same path. */
export type AskedComparison = {
  serial: number
  base: AssetTarget
  others: readonly { connectionId: string; target: AssetTarget | null }[]
}

export type ComparisonState = {
  asset: string
  others: readonly string[]
  /** What was typed for a connection where the path is another. */
  byHand: Readonly<Record<string, string>>
  asked: AskedComparison | null
}

/** What is wrong with what was typed, by connection. */
export type TypedProblems = Readonly<Record<string, FieldProblem>>

/** Development first, production last. */
export function othersThan(
  connection: Connection,
  connections: readonly Connection[],
): readonly Connection[] {
  return environments.flatMap((environment) =>
    connections.filter((other) => other.id !== connection.id && other.environment === environment),
  )
}

/** The first connection of each other environment; where there is none, the first one. */
function preselect(connection: Connection, choices: readonly Connection[]): readonly string[] {
  const firsts = environments
    .filter((environment) => environment !== connection.environment)
    .flatMap((environment) => choices.find((choice) => choice.environment === environment) ?? [])
  return (firsts.length > 0 ? firsts : choices.slice(0, 1)).map(({ id }) => id)
}

/** The comparison that begins with a connection, for as long as the window is open. */
export function useComparison(connection: Connection, choices: readonly Connection[], lastAsset: string) {
  const client = useQueryClient()
  const queryKey = ['comparison-form', connection.id] as const
  const { data } = useQuery<ComparisonState>({
    queryKey,
    queryFn: skipToken,
    gcTime: Number.POSITIVE_INFINITY,
  })
  const fresh = { asset: lastAsset, others: preselect(connection, choices), byHand: {}, asked: null }
  const known = data ?? fresh
  // Connections can be forgotten meanwhile.
  const state = { ...known, others: known.others.filter((id) => choices.some((choice) => choice.id === id)) }
  const change = useStableCallback((changed: Partial<ComparisonState>) => {
    client.setQueryData<ComparisonState>(queryKey, (before) => ({ ...(before ?? state), ...changed }))
  })
  const start = useMutation<TypedProblems, DesktopError>({
    mutationFn: async () => {
      const { base, others, problems } = await understand(connection.id, state)
      if (base === null || Object.keys(problems).length > 0) return problems
      client.removeQueries({ queryKey: [cacheKey('comparison', '')[0]], type: 'inactive' })
      change({ asked: { serial: (state.asked?.serial ?? 0) + 1, base, others } })
      return problems
    },
  })
  return {
    state,
    change,
    start: () => start.mutate(),
    problems: start.data ?? noProblems,
    error: start.error?.error ?? null,
    isStarting: start.isPending,
  }
}

const noProblems: TypedProblems = {}

/** What the typed texts name; nothing is sent for it. */
async function understand(baseId: string, { asset, others, byHand }: ComparisonState) {
  const problems: Record<string, FieldProblem> = {}
  async function targetOf(connectionId: string, text: string): Promise<AssetTarget | null> {
    const understanding = await unwrap(window.desktop.understandAsset({ connectionId, text }))
    if (understanding.understood) return understanding.references[0].target
    problems[connectionId] = understanding.problem
    return null
  }
  const base = await targetOf(baseId, asset)
  const targets = await Promise.all(
    others.map(async (connectionId) => {
      const typed = byHand[connectionId]?.trim() ?? ''
      return { connectionId, target: typed === '' ? null : await targetOf(connectionId, typed) }
    }),
  )
  return { base, others: targets, problems }
}
