import { ActionButton } from '@react-spectrum/s2/ActionButton'
import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle'
import Checkmark from '@react-spectrum/s2/icons/Checkmark'
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' }
import type { ReactNode } from 'react'
import type { Connection } from '../../../../shared/connections'
import { isolate } from '../../../../words/language/say-in'
import { useMessages } from '../../../language/messages'
import messages from '../messages/en.json'
import { textOf, type UnderstoodText, type Whereabouts } from './understood-text'

const lines = style({ display: 'flex', flexDirection: 'column', rowGap: 4, font: 'ui-sm', color: 'neutral' })
const line = style({ display: 'flex', columnGap: 8, alignItems: 'start', minWidth: 0 })
const paragraph = style({ minWidth: 0, overflowWrap: 'anywhere' })
const target = style({ font: 'code-sm', userSelect: 'text' })
const actions = style({ display: 'flex', flexWrap: 'wrap', gap: 8, paddingStart: 24 })

export type UnderstoodLineProps = {
  understood: UnderstoodText
  whereabouts: Whereabouts
  here: Connection
  onSwitch: (connection: Connection) => void
}

/** How the text in the asset field was parsed, with warnings. */
export function UnderstoodLine({ understood, whereabouts, here, onSwitch }: UnderstoodLineProps) {
  const say = useMessages(messages)
  const { references, buckets, isCut } = understood
  const [first] = references
  const { bucket, tier, foreignHost } = first
  const others = whereabouts.at === 'elsewhere' ? whereabouts.connections : []
  return (
    <div className={lines}>
      <Line icon={<Checkmark styles={iconStyle({ size: 'S', color: 'positive' })} />}>
        {references.length > 1 ? (
          say('understood.several', { count: references.length })
        ) : (
          <>
            {say(keyOf(first.form, first.target.by), { form: say(`form.${first.form}`) })}{' '}
            <bdi className={target}>{textOf(first)}</bdi>
          </>
        )}
        {isCut ? ` ${say('understood.cut', { count: references.length })}` : null}
        {tier !== null && tier !== 'author' && bucket !== null
          ? ` ${say('understood.tier', { tier, bucket })}`
          : null}
        {bucket?.endsWith('-cmstg') ? ` ${say('understood.stage')}` : null}
        {foreignHost === null ? null : ` ${say('understood.foreign', { host: isolate(foreignHost) })}`}
      </Line>
      {buckets.length > 1 ? (
        <Warning>
          {say('understood.environments', { buckets: buckets.join(', '), bucket: bucket ?? here.bucket })}
        </Warning>
      ) : null}
      {whereabouts.at === 'elsewhere' ? (
        <Warning>
          {say(
            whereabouts.follows
              ? 'elsewhere.follows'
              : others.length > 0
                ? 'elsewhere.choose'
                : 'elsewhere.none',
            {
              bucket: whereabouts.bucket,
              own: here.bucket,
              name: isolate(whereabouts.follows?.name ?? ''),
            },
          )}
        </Warning>
      ) : null}
      {others.length > 0 ? (
        <div className={actions}>
          {others.map((other) => (
            <ActionButton key={other.id} size="S" onPress={() => onSwitch(other)}>
              {say('elsewhere.switch', { name: isolate(other.name) })}
            </ActionButton>
          ))}
        </div>
      ) : null}
    </div>
  )
}

function keyOf(form: string, by: 'id' | 'path') {
  if (form === 'uuid') return 'understood.uuid'
  if (by === 'id') return 'understood.id'
  return form === 'path' ? 'understood.path' : 'understood.path.in'
}

function Line({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <div className={line}>
      {icon}
      <span className={paragraph}>{children}</span>
    </div>
  )
}

function Warning({ children }: { children: ReactNode }) {
  return <Line icon={<AlertTriangle styles={iconStyle({ size: 'S', color: 'notice' })} />}>{children}</Line>
}
