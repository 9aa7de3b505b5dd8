import { Content } from '@react-spectrum/s2/Content'
import { Dialog, DialogContainer, Heading } from '@react-spectrum/s2/Dialog'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useMessages } from '../../language/messages'
import messages from './messages/en.json'

export type ShortcutGroup = { heading: string; rows: readonly { keys: string; label: string }[] }

const groupStyle = style({ display: 'flex', flexDirection: 'column', rowGap: 4, breakInside: 'avoid' })
const groupHeading = style({ font: 'title-sm', margin: 0, paddingTop: 12 })
const line = style({
  display: 'flex',
  justifyContent: 'space-between',
  columnGap: 24,
  font: 'ui',
  margin: 0,
  paddingY: 2,
})
const keyText = style({ font: 'code-sm', whiteSpace: 'nowrap' })
const listStyle = style({ margin: 0, display: 'flex', flexDirection: 'column' })

/** Every key that the window knows. `actions` are those that have a menu item as well. */
export function ShortcutSheet({
  actions,
  modifier,
  onClose,
}: {
  actions: ShortcutGroup['rows']
  /** `Ctrl` or `Cmd`. */
  modifier: string
  onClose: () => void
}) {
  const say = useMessages(messages)
  const groups: readonly ShortcutGroup[] = [
    {
      heading: say('shortcuts.window'),
      rows: [
        ...actions,
        { keys: 'F6', label: say('key.pane') },
        { keys: 'Esc', label: say('key.cancel') },
        { keys: 'Delete', label: say('key.delete') },
      ],
    },
    {
      heading: say('shortcuts.asset'),
      rows: [
        { keys: `${modifier}+L`, label: say('key.asset') },
        { keys: `${modifier}+Enter`, label: say('key.send') },
      ],
    },
    {
      heading: say('shortcuts.rows'),
      rows: [
        { keys: '↑ ↓', label: say('key.walk') },
        { keys: '← →', label: say('key.open') },
        { keys: `${modifier}+C`, label: say('key.copy') },
      ],
    },
  ]
  return (
    <DialogContainer onDismiss={onClose}>
      <Dialog size="M" isDismissible>
        <Heading slot="title">{say('shortcuts')}</Heading>
        <Content>
          {groups.map(({ heading, rows }) => (
            <section key={heading} className={groupStyle}>
              <h3 className={groupHeading}>{heading}</h3>
              <dl className={listStyle}>
                {rows.map(({ keys, label }) => (
                  <div key={label} className={line}>
                    <dt>{label}</dt>
                    <dd className={keyText}>{keys}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </Content>
      </Dialog>
    </DialogContainer>
  )
}
