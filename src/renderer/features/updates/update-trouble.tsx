import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle'
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' }
import type { UpdateTrouble } from '../../../shared/updates'
import { isolate } from '../../../words/language/say-in'
import { PlainText } from '../../components/text/shown-text'
import { ToneCard } from '../../components/tone-card'
import { useMessages } from '../../language/messages'
import messages from './messages/en.json'

const cause = style({ font: 'body-sm', fontWeight: 'bold', margin: 0 })
const paragraph = style({ font: 'body-sm', margin: 0, paddingTop: 4 })
const detailText = style({ font: 'code-sm', margin: 0, paddingTop: 4 })

/** These have their detail in their own words. */
const tellsDetail: readonly UpdateTrouble['code'][] = ['server', 'refused-address']

export type UpdateTroubleProps = {
  trouble: UpdateTrouble
  /** Of the program that is running. */
  version: string
}

/** What came between the user and a newer version, and what to do about it. */
export function UpdateTroubleNotice({ trouble: { code, detail }, version }: UpdateTroubleProps) {
  const say = useMessages(messages)
  return (
    <div role="alert">
      <ToneCard tone="notice" icon={<AlertTriangle styles={iconStyle({ color: 'notice', marginTop: 2 })} />}>
        <p className={cause}>
          {say(`trouble.${code}`, { detail: code === 'server' ? detail : isolate(detail), version })}
        </p>
        <p className={paragraph}>{say(`trouble.${code}.fix`)}</p>
        {detail === '' || tellsDetail.includes(code) ? null : (
          <p className={detailText}>
            <PlainText text={detail} />
          </p>
        )}
      </ToneCard>
    </div>
  )
}
