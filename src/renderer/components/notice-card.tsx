import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle'
import InfoCircle from '@react-spectrum/s2/icons/InfoCircle'
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' }
import type { ReactNode } from 'react'
import { ToneCard } from './tone-card'

const heading = style({ font: 'title', margin: 0 })
const paragraph = style({ marginTop: 4, marginBottom: 0 })

export type NoticeCardProps = {
  /** `notice` where nothing is wrong and there is something to do. */
  tone?: 'negative' | 'notice'
  title: string
  why: string
  /** What to do and who can do it: read out with the title. */
  remedy: ReactNode
  /** What follows is there to be used, not to be read out. */
  children?: ReactNode
}

/** Something that went wrong or asks for the user, as an alert. */
export function NoticeCard({ tone = 'negative', title, why, remedy, children }: NoticeCardProps) {
  const icon =
    tone === 'notice' ? (
      <InfoCircle styles={iconStyle({ color: 'notice', marginTop: 2 })} />
    ) : (
      <AlertTriangle styles={iconStyle({ color: 'negative', marginTop: 2 })} />
    )
  return (
    <ToneCard tone={tone} icon={icon}>
      <div role="alert">
        <h2 className={heading}>{title}</h2>
        <p className={paragraph}>{why}</p>
        {remedy}
      </div>
      {children}
    </ToneCard>
  )
}

const steps = style({ marginTop: 8, marginBottom: 0, paddingStart: 20, display: 'grid', rowGap: 4 })

/** What to do: one step is a sentence, several are a list. */
export function FixSteps({ fix, List }: { fix: readonly string[]; List: 'ol' | 'ul' }) {
  return fix.length === 1 ? (
    <p className={paragraph}>{fix[0]}</p>
  ) : (
    <List className={steps}>
      {fix.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </List>
  )
}
