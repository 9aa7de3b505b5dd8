import { Button } from '@react-spectrum/s2/Button'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useMutation, useQuery } from '@tanstack/react-query'
import type { PathLookup } from '../../../../shared/asset-reference'
import { isolate } from '../../../../words/language/say-in'
import { EvidenceDetails } from '../../../components/failure/evidence-details'
import { FailureNotice } from '../../../components/failure/failure-notice'
import { FixSteps, NoticeCard } from '../../../components/notice-card'
import { RequestProgress } from '../../../components/progress/request-progress'
import { type DesktopError, unwrap } from '../../../desktop/desktop'
import { useMessages } from '../../../language/messages'
import messages from '../messages/en.json'
import { type PathAddress, pathQuery } from './asset-queries'

const paragraph = style({ marginTop: 4, marginBottom: 0 })
const address = style({ font: 'code-sm', userSelect: 'text' })
const actions = style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8, marginTop: 12 })

export type PathSearchProps = { sought: PathAddress; onRetry: () => void }

/** The outcome of asking AEM for the asset at a path, until its ID is known. */
export function PathSearch({ sought, onRetry }: PathSearchProps) {
  const query = pathQuery(sought)
  const { data: lookup, error, isFetching } = useQuery({ ...query, enabled: false })
  if (isFetching) return <RequestProgress queryKey={query.queryKey} />
  if (error) return <FailureNotice error={error.error} onRetry={onRetry} />
  return lookup && lookup.outcome !== 'found' ? (
    <PathWithoutId key={lookup.path} connectionId={sought.connectionId} lookup={lookup} onRetry={onRetry} />
  ) : null
}

type PathWithoutIdProps = {
  connectionId: string
  lookup: Exclude<PathLookup, { outcome: 'found' }>
  onRetry: () => void
}

/** AEM did not return the ID: the user's own browser, signed in as a person, can show it. */
function PathWithoutId({ connectionId, lookup, onRetry }: PathWithoutIdProps) {
  const say = useMessages(messages)
  const { outcome, path } = lookup
  const open = useMutation<unknown, DesktopError>({
    mutationFn: () => unwrap(window.desktop.openPathInBrowser({ connectionId, path })),
  })
  return (
    <NoticeCard
      tone="notice"
      title={say(`path.${outcome}.title`)}
      why={say(`path.${outcome}.cause`, { path: isolate(path) })}
      remedy={
        <>
          <FixSteps fix={say(`path.${outcome}.fix`).split('\n')} List="ol" />
          {open.isSuccess ? <p className={paragraph}>{say('path.opened')}</p> : null}
        </>
      }
    >
      {lookup.address === null ? null : (
        <p className={paragraph}>
          <bdi className={address}>{lookup.address}</bdi>
        </p>
      )}
      <div className={actions}>
        {lookup.address === null ? null : (
          <Button variant="primary" size="S" isPending={open.isPending} onPress={() => open.mutate()}>
            {say('path.open')}
          </Button>
        )}
        <Button variant="secondary" size="S" onPress={onRetry}>
          {say('path.retry')}
        </Button>
      </div>
      {open.error ? <FailureNotice error={open.error.error} /> : null}
      <EvidenceDetails evidence={lookup.evidence} cause={null} />
    </NoticeCard>
  )
}
