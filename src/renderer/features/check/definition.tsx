import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import type { ReactNode } from 'react'

const list = style({
  display: 'grid',
  gridTemplateColumns: ['minmax(120px, max-content)', '1fr'],
  columnGap: 16,
  rowGap: 8,
  margin: 0,
  alignItems: 'baseline',
  font: 'body-sm',
})
const term = style({ font: 'ui-sm', color: 'neutral-subdued' })
const value = style({ margin: 0, minWidth: 0, overflowWrap: 'anywhere', userSelect: 'text' })

/** Names and what they stand for. */
export function DefinitionList({ children }: { children: ReactNode }) {
  return <dl className={list}>{children}</dl>
}

export function Definition({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className={term}>{name}</dt>
      <dd className={value}>{children}</dd>
    </>
  )
}
