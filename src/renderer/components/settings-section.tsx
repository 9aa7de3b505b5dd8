import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { type ReactNode, useId } from 'react'

const section = style({
  display: 'flex',
  flexDirection: 'column',
  rowGap: 12,
  alignItems: 'start',
  minWidth: 0,
})
const heading = style({ font: 'title-lg', margin: 0 })

export function SettingsSection({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section className={section} aria-labelledby={id}>
      <h2 id={id} className={heading}>
        {title}
      </h2>
      {children}
    </section>
  )
}
