import { ActionButton } from '@react-spectrum/s2/ActionButton'
import { CloseButton } from '@react-spectrum/s2/CloseButton'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }

const bar = style({
  display: 'flex',
  alignItems: 'center',
  columnGap: 12,
  flexShrink: 0,
  paddingX: 24,
  paddingY: 4,
  font: 'ui',
  backgroundColor: 'informative-subtle',
})
const paragraph = style({ flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' })

export type Notice = { text: string; action?: { label: string; run: () => void } }

/** One line about what was just done, with an undo where there is one. */
export function NoticeBar({ notice, onClose }: { notice: Notice; onClose: () => void }) {
  return (
    <div className={bar}>
      <span role="status" className={paragraph}>
        {notice.text}
      </span>
      {notice.action ? (
        <ActionButton size="S" onPress={notice.action.run}>
          {notice.action.label}
        </ActionButton>
      ) : null}
      <CloseButton size="S" onPress={onClose} />
    </div>
  )
}
