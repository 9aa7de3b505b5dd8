import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { type ReactNode, useId } from 'react'

const section = style({
  display: 'flex',
  flexDirection: 'column',
  rowGap: 12,
  flexShrink: 0,
  paddingTop: 20,
  borderStyle: 'solid',
  borderColor: 'gray-200',
  borderTopWidth: 1,
  borderBottomWidth: 0,
  borderXWidth: 0,
  minWidth: 0,
})
const heading = style({ font: 'heading-sm', margin: 0 })
const words = style({ font: 'body-sm', margin: 0 })

export type SectionProps = { title: string; intro: string; children: ReactNode }

/** A part of the page under its own heading. */
export function Section({ title, intro, children }: SectionProps) {
  const id = useId()
  return (
    <section className={section} aria-labelledby={id}>
      <h2 id={id} className={heading}>
        {title}
      </h2>
      <p className={words}>{intro}</p>
      {children}
    </section>
  )
}
