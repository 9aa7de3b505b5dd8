import { Button } from '@react-spectrum/s2/Button'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useMutation } from '@tanstack/react-query'
import type { ProgramReport } from '../../../shared/settings'
import { isolate } from '../../../words/language/say-in'
import { FailureNotice } from '../../components/failure/failure-notice'
import { Section } from '../../components/section'
import { PlainTable } from '../../components/table'
import { unwrap } from '../../desktop/desktop'
import { useFormats } from '../../language/formats'
import { useMessages } from '../../language/messages'
import messages from './messages/en.json'

const names = [
  'userData',
  'connections',
  'settings',
  'network',
  'session',
  'kept',
  'updates',
  'logs',
] as const
const path = style({ font: 'code-sm' })
const paragraph = style({ font: 'body-sm', margin: 0 })

/** The program's files, and where the secrets are instead. */
export function PlaceList({ program }: { program: ProgramReport }) {
  const say = useMessages(messages)
  const formats = useFormats()
  const open = useMutation({ mutationFn: () => unwrap(window.desktop.openDataFolder()) })
  return (
    <Section look="open" title={say('places')}>
      <PlainTable
        label={say('places')}
        heads={[say('places.place'), say('places.path'), say('places.size')]}
        rows={names.map((name) => {
          const place = program.places[name]
          const size = place.bytes === null ? say('places.none') : formats.bytes(place.bytes)
          return {
            key: name,
            cells: [
              say(`places.${name}`),
              <bdi key="path" className={path}>
                {place.path}
              </bdi>,
              size,
            ],
          }
        })}
      />
      <p className={paragraph}>{say('places.secrets', { service: isolate(program.keychainService) })}</p>
      {open.error ? <FailureNotice error={open.error.error} /> : null}
      <Button variant="secondary" fillStyle="outline" onPress={() => open.mutate()}>
        {say('places.open')}
      </Button>
    </Section>
  )
}
