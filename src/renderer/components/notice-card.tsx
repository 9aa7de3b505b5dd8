import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle'
import InfoCircle from '@react-spectrum/s2/icons/InfoCircle'
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' }
import type { ReactNode } from 'react'

type Tone = 'negative' | 'notice'

const card = style<{ tone: Tone }>({
  display: 'flex',
  columnGap: 12,
  padding: 16,
  borderRadius: 'lg',
  borderWidth: 2,
  borderStyle: 'solid',
  borderColor: { tone: { negative: 'negative-800', notice: 'notice-800' } },
  backgroundColor: 'base',
  color: 'body',
  minWidth: 0,
  flexShrink: 0,
})
const text = style({ flexGrow: 1, minWidth: 0, font: 'body-sm', overflowWrap: 'anywhere' })
const heading = style({ font: 'title', margin: 0 })
const paragraph = style({ marginTop: 4, marginBottom: 0 })

export type NoticeCardProps = {
  /** `notice` where nothing is wrong and there is something to do. */
  tone?: Tone
  title: string
  why: string
  /** What to do and who can do it: read out with the title. */
  remedy: ReactNode
  /** What follows is there to be used, not to be read out. */
  children?: ReactNode
}

/** Something that went wrong or asks for the user, as an alert. */
export function NoticeCard({ tone = 'negative', title, why, remedy, children }: NoticeCardProps) {
  return (
    <div className={card({ tone })}>
      {tone === 'notice' ? (
        <InfoCircle styles={iconStyle({ color: 'notice', marginTop: 2 })} />
      ) : (
        <AlertTriangle styles={iconStyle({ color: 'negative', marginTop: 2 })} />
      )}
      <div className={text}>
        <div role="alert">
          <h2 className={heading}>{title}</h2>
          <p className={paragraph}>{why}</p>
          {remedy}
        </div>
        {children}
      </div>
    </div>
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
