import { Badge } from '@react-spectrum/s2/Badge'
import AlertDiamond from '@react-spectrum/s2/icons/AlertDiamond'
import CheckmarkCircle from '@react-spectrum/s2/icons/CheckmarkCircle'
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' }
import type { ReactNode } from 'react'
import type { TokenCheck } from '../../../shared/connection'
import { useFormats } from '../../components/formats'
import { useNow } from '../../components/use-now'
import { useConnectionMessages } from './messages'

const card = style<{ isComplete: boolean }>({
  display: 'flex',
  columnGap: 12,
  padding: 16,
  borderRadius: 'lg',
  borderWidth: 2,
  borderStyle: 'solid',
  borderColor: { default: 'notice-700', isComplete: 'positive-700' },
  backgroundColor: 'base',
})
const content = style({ flexGrow: 1, minWidth: 0, font: 'body-sm' })
const title = style({ font: 'title', margin: 0 })
const list = style({
  display: 'grid',
  gridTemplateColumns: ['max-content', '1fr'],
  columnGap: 16,
  rowGap: 8,
  marginTop: 12,
  marginBottom: 0,
  alignItems: 'baseline',
})
const term = style({ font: 'ui-sm', color: 'neutral-subdued' })
const value = style({ margin: 0, minWidth: 0, overflowWrap: 'anywhere' })
const scopes = style({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 4,
  margin: 0,
  padding: 0,
  listStyleType: 'none',
})
const paragraph = style({ marginTop: 4, marginBottom: 0 })

const minuteMs = 60_000

/** What Adobe IMS granted, and for how long. */
export const TokenCard = ({ check, children }: { check: TokenCheck; children?: ReactNode }) => {
  const say = useConnectionMessages()
  const formats = useFormats()
  const isComplete = check.scopesMissing.length === 0
  const left = Date.parse(check.expiresAt) - useNow(minuteMs)
  const remaining = left > 0 ? say('check.left', { time: formats.hoursAndMinutes(left) }) : say('check.ended')
  return (
    <section className={card({ isComplete })}>
      {isComplete ? (
        <CheckmarkCircle styles={iconStyle({ color: 'positive', marginTop: 2 })} />
      ) : (
        <AlertDiamond styles={iconStyle({ color: 'notice', marginTop: 2 })} />
      )}
      <div className={content}>
        <div role="status">
          <h2 className={title}>{say('check.works')}</h2>
          <p className={paragraph}>
            {say('check.until', { time: formats.dateAndTime(check.expiresAt) })} ({remaining})
          </p>
        </div>
        <dl className={list}>
          <dt className={term}>{say('check.granted')}</dt>
          <dd className={value}>
            <ScopeList scopes={check.scopesGranted} variant="neutral" />
          </dd>
          {isComplete ? null : (
            <>
              <dt className={term}>{say('check.missing')}</dt>
              <dd className={value}>
                <ScopeList scopes={check.scopesMissing} variant="notice" />
                <p className={paragraph}>
                  {say('check.missing.words', { count: check.scopesMissing.length })}
                </p>
              </dd>
            </>
          )}
          <dt className={term}>{say('check.host')}</dt>
          <dd className={value}>{check.imsHost}</dd>
          <dt className={term}>{say('check.took')}</dt>
          <dd className={value}>{formats.milliseconds(check.durationMs)}</dd>
        </dl>
        {children}
      </div>
    </section>
  )
}

const ScopeList = ({
  scopes: names,
  variant,
}: {
  scopes: readonly string[]
  variant: 'neutral' | 'notice'
}) => (
  <ul className={scopes}>
    {names.map((name) => (
      <li key={name}>
        <Badge variant={variant} fillStyle={variant === 'notice' ? 'bold' : 'outline'} size="S">
          {name}
        </Badge>
      </li>
    ))}
  </ul>
)
