import { Button } from '@react-spectrum/s2/Button'
import { ProgressBar } from '@react-spectrum/s2/ProgressBar'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { type QueryKey, useQuery, useQueryClient } from '@tanstack/react-query'
import { progressQuery } from '../../desktop/run-request'
import { useFormats } from '../../language/formats'
import { useMessages } from '../../language/messages'
import { useShortcuts } from '../shortcuts'
import messages from './messages/en.json'

const row = style({ display: 'flex', alignItems: 'center', columnGap: 16, minHeight: 40 })

/** The progress of the request behind a query, which can be canceled by button or with Escape. */
export function RequestProgress({ queryKey }: { queryKey: QueryKey }) {
  const say = useMessages(messages)
  const formats = useFormats()
  const client = useQueryClient()
  const { data: progress } = useQuery(progressQuery(queryKey))
  function cancel() {
    return void client.cancelQueries({ queryKey })
  }
  useShortcuts({ escape: cancel })

  const stage = say(`stage.${progress?.stage ?? 'keychain'}`)
  const received = progress?.receivedBytes ?? 0
  const words = received === 0 ? stage : say('stage.received', { stage, size: formats.bytes(received) })
  return (
    <div className={row}>
      <ProgressBar isIndeterminate size="S" label={words} styles={style({ width: 360, flexShrink: 1 })} />
      <Button variant="secondary" size="S" onPress={cancel}>
        {say('cancel')}
      </Button>
    </div>
  )
}
