import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { type ReactNode, useId } from 'react'

type Look = 'ruled' | 'open'

const section = style<{ look: Look }>({
  display: 'flex',
  flexDirection: 'column',
  rowGap: 12,
  alignItems: { look: { open: 'start' } },
  flexShrink: 0,
  paddingTop: { look: { ruled: 20 } },
  borderStyle: 'solid',
  borderColor: 'gray-200',
  borderTopWidth: { default: 0, look: { ruled: 1 } },
  borderBottomWidth: 0,
  borderXWidth: 0,
  minWidth: 0,
})
const heading = style<{ look: Look }>({
  font: { look: { ruled: 'heading-sm', open: 'title-lg' } },
  margin: 0,
})
const introText = style({ font: 'body-sm', margin: 0 })

export type SectionProps = {
  title: string
  intro?: string
  /** `ruled` under a line, for parts of one report; `open` for groups of settings. */
  look?: Look
  children: ReactNode
}

/** A part of the page under its own heading. */
export function Section({ title, intro, look = 'ruled', children }: SectionProps) {
  const id = useId()
  return (
    <section className={section({ look })} aria-labelledby={id}>
      <h2 id={id} className={heading({ look })}>
        {title}
      </h2>
      {intro === undefined ? null : <p className={introText}>{intro}</p>}
      {children}
    </section>
  )
}
