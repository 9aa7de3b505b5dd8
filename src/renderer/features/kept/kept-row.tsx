import { ActionButton } from '@react-spectrum/s2/ActionButton'
import Close from '@react-spectrum/s2/icons/Close'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { type KeyboardEvent, memo } from 'react'
import { isolate } from '../../../words/language/say-in'
import { SideRow } from '../../components/side-row'
import { PlainText } from '../../components/text/shown-text'
import { showPlainly } from '../../components/text/visible-text'
import { useMessages } from '../../language/messages'
import messages from './messages/en.json'
import './kept.css'

const row = style({ position: 'relative', display: 'flex', alignItems: 'center', minWidth: 0 })
const detailText = style({ font: 'ui-xs', color: 'neutral-subdued', truncate: true, minWidth: 0 })
const failed = style({ color: 'notice-1100' })
const end = style({ position: 'absolute', insetEnd: 4, top: '[50%]', transform: 'translateY(-50%)' })

type Props = {
  /** Names the entry to the callbacks, which stay the same. */
  id: string
  name: string
  tooltip: string
  connectionName: string
  detail: string
  hasFailed: boolean
  isCurrent: boolean
  /** Whether the Tab key stops here. */
  isStop: boolean
  onStop: (id: string) => void
  onOpen: (id: string) => void
  onRemove: ((id: string) => void) | undefined
}

/** An asset to come back to. A list of a hundred is rendered with each request: only rows that change are drawn again. */
export const KeptRow = memo(
  ({ id, name, tooltip, isCurrent, isStop, onStop, onOpen, onRemove, ...about }: Props) => {
    const say = useMessages(messages)

    function press(event: KeyboardEvent<HTMLButtonElement>) {
      if (event.key !== 'Delete' || !onRemove) return
      event.preventDefault()
      // Before it goes: where the focus was is nothing to find the neighbor by.
      const drawn = [
        ...(event.currentTarget.closest('ul')?.querySelectorAll<HTMLElement>('[data-entry]') ?? []),
      ]
      const index = drawn.indexOf(event.currentTarget)
      const neighbor = drawn[index + 1] ?? drawn[index - 1]
      neighbor?.focus()
      onRemove(id)
    }

    return (
      <li className={`kept-row ${row}`}>
        <SideRow
          data-entry
          density="compact"
          name={<PlainText text={name} />}
          hasAction={onRemove !== undefined}
          aria-current={isCurrent ? 'true' : undefined}
          aria-keyshortcuts={onRemove ? 'Delete' : undefined}
          title={showPlainly(tooltip, 'symbols')}
          tabIndex={isStop ? 0 : -1}
          onFocus={() => onStop(id)}
          onClick={() => onOpen(id)}
          onKeyDown={press}
        >
          <span className={detailText}>
            {about.hasFailed ? <span className={failed}>{say('history.failed')} · </span> : null}
            <bdi>{about.connectionName}</bdi> · <PlainText text={about.detail} />
          </span>
        </SideRow>
        {onRemove ? (
          <span className={`kept-remove ${end}`}>
            <ActionButton
              isQuiet
              size="XS"
              // The Delete key does the same: a stop for every entry would be in the way.
              excludeFromTabOrder
              aria-label={say('history.remove', { name: isolate(name) })}
              onPress={() => onRemove(id)}
            >
              <Close />
            </ActionButton>
          </span>
        ) : null}
      </li>
    )
  },
)
