import { ActionButton } from '@react-spectrum/s2/ActionButton'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useId } from 'react'
import { isolate } from '../../../words/language/say-in'
import { FailureNotice } from '../../components/failure/failure-notice'
import { useMessages } from '../../language/messages'
import messages from './messages/en.json'
import { useAllowUpdates, useUpdates } from './updates-queries'

const group = style({ display: 'flex', flexDirection: 'column', rowGap: 4, paddingX: 12, minWidth: 0 })
const question = style({ font: 'ui-sm', fontWeight: 'bold', margin: 0 })
const paragraph = style({ font: 'ui-sm', color: 'neutral-subdued', margin: 0, overflowWrap: 'anywhere' })
const buttons = style({ display: 'flex', flexWrap: 'wrap', gap: 8 })

export type UpdateOfferProps = {
  /** Goes to the settings, where the new version is described. */
  onShow: () => void
  /** They are in view already. */
  isShown: boolean
}

/**
 * In the sidebar, in nobody's way: asks once whether to look for newer versions, and later says that there is one. Nothing where
 * the program knows no update server.
 */
export function UpdateOffer({ onShow, isShown }: UpdateOfferProps) {
  const say = useMessages(messages)
  const { data } = useUpdates()
  if (isShown || !data || data.server === null) return null
  if (data.isAllowed === null) return <Question host={new URL(data.server).host} />
  const { phase } = data
  if (phase.kind !== 'available' && phase.kind !== 'ready') return null
  return (
    <ActionButton isQuiet styles={style({ width: 'full' })} onPress={onShow}>
      {say(`offer.${phase.kind}`, { version: phase.update.version })}
    </ActionButton>
  )
}

function Question({ host }: { host: string }) {
  const say = useMessages(messages)
  const allow = useAllowUpdates()
  const id = useId()
  return (
    <section className={group} aria-labelledby={id}>
      <p id={id} className={question}>
        {say('offer.question')}
      </p>
      <p className={paragraph}>{say('offer.words', { server: isolate(host) })}</p>
      <div className={buttons}>
        <ActionButton size="S" isDisabled={allow.isPending} onPress={() => allow.mutate(true)}>
          {say('offer.yes')}
        </ActionButton>
        <ActionButton size="S" isDisabled={allow.isPending} onPress={() => allow.mutate(false)}>
          {say('offer.no')}
        </ActionButton>
      </div>
      {allow.error ? <FailureNotice error={allow.error.error} /> : null}
    </section>
  )
}
