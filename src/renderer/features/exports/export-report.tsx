import { CloseButton } from '@react-spectrum/s2/CloseButton'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import type { ExportOutcome, ExportRemarks } from '../../../shared/exports'
import { isolate } from '../../../words/language/say-in'
import { useColon, useMessages } from '../../language/messages'
import messages from './messages/en.json'

const bar = style({
  display: 'flex',
  alignItems: 'start',
  columnGap: 12,
  flexShrink: 0,
  paddingX: 16,
  paddingY: 8,
  borderRadius: 'lg',
  font: 'body-sm',
  backgroundColor: 'informative-subtle',
})
const paragraph = style({ flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere', userSelect: 'text' })
const line = style({ marginY: 4 })
const list = style({ marginY: 4, paddingStart: 20, maxHeight: 120, overflowY: 'auto' })

/** The outcome of an export: where the file is, and where it differs from AEM. */
export function ExportReport({ outcome, onClose }: { outcome: ExportOutcome; onClose: () => void }) {
  const say = useMessages(messages)
  return (
    <div className={bar}>
      <div role="status" className={paragraph}>
        {outcome.kind === 'refused' ? (
          <p className={line}>{say(`refused.${outcome.reason}`)}</p>
        ) : (
          <>
            <p className={line}>{say('saved', { path: isolate(outcome.path) })}</p>
            <Remarks remarks={outcome.remarks} />
          </>
        )}
      </div>
      <CloseButton size="S" onPress={onClose} aria-label={say('close')} />
    </div>
  )
}

function Remarks({ remarks }: { remarks: ExportRemarks }) {
  const say = useMessages(messages)
  const colon = useColon()
  const counts = [
    ['saved.guarded', remarks.guardedCells],
    ['saved.cut', remarks.cutCells],
    ['saved.mended', remarks.mendedCells],
  ] as const
  return (
    <>
      {counts.map(([key, count]) =>
        count === 0 ? null : (
          <p key={key} className={line}>
            {say(key, { count })}
          </p>
        ),
      )}
      {remarks.leftOut.length === 0 ? null : (
        <>
          <p className={line}>{say('saved.left-out', { count: remarks.leftOut.length })}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
          <ul className={list} tabIndex={0}>
            {byReason(remarks.leftOut).map(([reason, keys]) => (
              <li key={reason}>
                <bdi>{keys.join(', ')}</bdi>
                {colon}
                {say(`reason.${reason}`)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

type LeftOut = ExportRemarks['leftOut'][number]

function byReason(leftOut: readonly LeftOut[]): [LeftOut['reason'], string[]][] {
  const groups = new Map<LeftOut['reason'], string[]>()
  for (const { key, reason } of leftOut) groups.set(reason, [...(groups.get(reason) ?? []), key])
  return [...groups]
}
