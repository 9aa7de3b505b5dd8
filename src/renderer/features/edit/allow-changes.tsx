import { Switch } from '@react-spectrum/s2/Switch'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ComponentRef, useEffect, useRef } from 'react'
import type { Connection } from '../../../shared/connections'
import { FailureNotice } from '../../components/failure/failure-notice'
import { Section } from '../../components/section'
import { unwrap } from '../../desktop/desktop'
import { useMessages } from '../../language/messages'
import { connectionsKey } from '../../model/connections/connection-cache'
import messages from './messages/en.json'

const words = style({ font: 'ui-sm', color: 'neutral-subdued', margin: 0, maxWidth: 640 })

/** Says whether metadata may be changed with a connection; at once, without the form around it. */
export function useAllowChanges(connectionId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (isAllowed: boolean) => unwrap(window.desktop.allowChanges({ connectionId, isAllowed })),
    onSuccess: (list) => {
      client.setQueryData(connectionsKey, list)
    },
  })
}

/** In the settings of a connection: whether it may change anything. */
export function AllowChanges({ connection, takesFocus }: { connection: Connection; takesFocus: boolean }) {
  const say = useMessages(messages)
  const allow = useAllowChanges(connection.id)
  const control = useRef<ComponentRef<typeof Switch>>(null)
  useEffect(() => {
    if (!takesFocus) return
    control.current?.focus()
    control.current?.UNSAFE_getDOMNode()?.scrollIntoView({ block: 'center' })
  }, [takesFocus])
  return (
    <Section title={say('allow.heading')}>
      <Switch
        ref={control}
        isSelected={allow.isPending ? (allow.variables ?? false) : connection.allowsChanges}
        onChange={(isAllowed) => allow.mutate(isAllowed)}
      >
        {say('allow.switch')}
      </Switch>
      <p className={words}>{say('allow.words')}</p>
      {allow.error ? <FailureNotice error={allow.error.error} /> : null}
    </Section>
  )
}
