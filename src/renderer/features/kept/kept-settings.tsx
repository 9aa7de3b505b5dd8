import { Switch } from '@react-spectrum/s2/Switch'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useQuery } from '@tanstack/react-query'
import type { Settings, SettingsPatch } from '../../../shared/settings'
import { isolate } from '../../../words/language/say-in'
import { ConfirmButton } from '../../components/confirm-button'
import { FailureNotice } from '../../components/failure/failure-notice'
import { Section } from '../../components/section'
import { useFormats } from '../../language/formats'
import { useMessages } from '../../language/messages'
import { keptQuery, useDeleteKept } from './kept-queries'
import messages from './messages/en.json'

const line = style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 16, rowGap: 8 })
const paragraph = style({ font: 'body-sm', margin: 0, maxWidth: 640, overflowWrap: 'anywhere' })

export type KeptSettingsProps = {
  settings: Settings
  onChange: (patch: SettingsPatch) => void
  /** Called when history, favorites and snapshots are deleted. */
  onDeleted: () => void
}

/** Whether there is a history, how much room it takes, and the way to delete all that is kept. */
export function KeptSettings({ settings, onChange, onDeleted }: KeptSettingsProps) {
  const say = useMessages(messages)
  const formats = useFormats()
  const { data: kept } = useQuery(keptQuery())
  const remove = useDeleteKept()
  function removeAll() {
    return remove.mutate(undefined, { onSuccess: onDeleted })
  }
  return (
    <Section look="open" title={say('history')}>
      <Switch isSelected={settings.keepsHistory} onChange={(keepsHistory) => onChange({ keepsHistory })}>
        {say('history.keep')}
      </Switch>
      <p className={paragraph}>{say('history.words')}</p>
      {kept ? (
        <p className={paragraph}>
          {say('history.room', {
            count: kept.room.count,
            bytes: formats.bytes(kept.room.bytes),
            limit: formats.bytes(kept.room.limit),
          })}
        </p>
      ) : null}
      {kept?.setAside.map((path) => (
        <p key={path} className={paragraph}>
          {say('setAside', { path: isolate(path) })}
        </p>
      ))}
      <div className={line}>
        <ConfirmButton
          variant="negative"
          fillStyle="outline"
          label={say('delete')}
          danger="destructive"
          title={say('delete.title')}
          confirmLabel={say('delete.confirm')}
          onConfirm={removeAll}
        >
          {say('delete.words')}
        </ConfirmButton>
        <span role="status" className={paragraph}>
          {remove.isSuccess ? say('delete.done') : ''}
        </span>
      </div>
      {remove.error ? <FailureNotice error={remove.error.error} onRetry={removeAll} /> : null}
    </Section>
  )
}
