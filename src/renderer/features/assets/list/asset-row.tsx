// biome-ignore-all lint/a11y/useFocusableInteractive: the list has the focus and names its active row.
import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle'
import Checkmark from '@react-spectrum/s2/icons/Checkmark'
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' }
import type { ReactNode } from 'react'
import type { AssetReference } from '../../../../shared/asset-reference'
import { describeError } from '../../../../words/failure/describe-failure'
import failureMessages from '../../../../words/failure/messages/en.json'
import { PlainText } from '../../../components/text/shown-text'
import { useMessages } from '../../../language/messages'
import messages from '../messages/en.json'
import { textOf } from '../understanding/understood-text'
import type { RowState } from './list-rows'

const row = style<{ isCurrent: boolean; isActive: boolean }>({
  position: 'absolute',
  top: 0,
  insetX: 0,
  boxSizing: 'border-box',
  display: 'flex',
  alignItems: 'center',
  columnGap: 8,
  paddingX: 12,
  font: 'ui-sm',
  color: 'neutral',
  cursor: 'default',
  overflow: 'clip',
  contain: 'strict',
  backgroundColor: {
    default: { default: 'transparent', ':hover': 'gray-100' },
    isCurrent: 'gray-200',
  },
  outlineStyle: { default: 'none', isActive: 'solid' },
  outlineColor: 'focus-ring',
  outlineWidth: 2,
  outlineOffset: -2,
  borderRadius: 'sm',
})
const texts = style<{ isOneLine: boolean }>({
  display: 'flex',
  flexDirection: { default: 'column', isOneLine: 'row' },
  alignItems: { isOneLine: 'baseline' },
  columnGap: 12,
  rowGap: 2,
  flexGrow: 1,
  minWidth: 0,
})
const name = style<{ isCurrent: boolean; isOneLine: boolean }>({
  truncate: true,
  flexGrow: { isOneLine: 1 },
  flexBasis: { isOneLine: 0 },
  fontWeight: { default: 'normal', isCurrent: 'bold' },
})
const detail = style<{ isFailed: boolean; isOneLine: boolean }>({
  font: 'ui-xs',
  truncate: true,
  flexGrow: { isOneLine: 1 },
  flexBasis: { isOneLine: 0 },
  color: { default: 'neutral-subdued', isFailed: 'notice-1100' },
})
/** As wide without a mark, so that the text does not move when one appears. */
const mark = style({ display: 'flex', width: 20, flexShrink: 0 })

export type AssetRowProps = {
  reference: AssetReference
  state: RowState
  domId: string
  index: number
  count: number
  height: number
  isOneLine: boolean
  /** Its metadata is on the page, or was requested last. */
  isCurrent: boolean
  /** The row that keys act on. */
  isActive: boolean
}

/** One asset of a list: its name and state. */
export function AssetRow({
  reference,
  state,
  domId,
  index,
  count,
  height,
  isOneLine,
  isCurrent,
  isActive,
}: AssetRowProps) {
  const say = useMessages(messages)
  const words = useStateWords(state, shortTextOf(reference))
  return (
    <div
      role="option"
      id={domId}
      data-index={index}
      aria-selected={isCurrent}
      aria-setsize={count}
      aria-posinset={index + 1}
      title={[textOf(reference), state.is === 'failed' ? words : null].filter(Boolean).join('\n')}
      className={row({ isCurrent, isActive })}
      style={{ blockSize: height, transform: `translateY(${index * height}px)` }}
    >
      <span className={texts({ isOneLine })}>
        <span className={name({ isCurrent, isOneLine })}>
          <PlainText text={titleOf(state) ?? shortTextOf(reference)} />
        </span>
        <span className={detail({ isFailed: state.is === 'failed', isOneLine })}>
          <bdi>{words}</bdi>
        </span>
      </span>
      <span className={mark}>{markOf(state, say('list.read'), say('list.failed'))}</span>
    </div>
  )
}

function titleOf(state: RowState): string | null {
  return state.is === 'read' ? (state.summary.title ?? state.summary.name) : null
}

/** All asset IDs begin alike: the UUID tells them apart. */
function shortTextOf(reference: AssetReference): string {
  return textOf(reference).replace(/^urn:aaid:aem:(?=[\da-f-]{36}$)/, '')
}

function useStateWords(state: RowState, id: string): string {
  const say = useMessages(messages)
  const sayFailure = useMessages(failureMessages)
  switch (state.is) {
    case 'read':
      return id
    case 'failed':
      return describeError(sayFailure, state.error).cause
    case 'elsewhere':
      return say('list.elsewhere', { bucket: state.bucket })
    case 'reading':
    case 'unread':
    case 'path':
      return say(`list.${state.is}`)
  }
}

function markOf(state: RowState, read: string, failed: string): ReactNode {
  if (state.is === 'read') {
    return <Checkmark aria-label={read} styles={iconStyle({ size: 'S', color: 'positive' })} />
  }
  if (state.is === 'failed') {
    return <AlertTriangle aria-label={failed} styles={iconStyle({ size: 'S', color: 'notice' })} />
  }
  return null
}
