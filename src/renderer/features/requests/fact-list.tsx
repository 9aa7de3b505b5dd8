import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import type { ReactNode } from 'react'

const list = style({
  display: 'grid',
  gridTemplateColumns: ['minmax(140px, max-content)', '1fr'],
  columnGap: 16,
  rowGap: 8,
  margin: 0,
  alignItems: 'baseline',
  font: 'body-sm',
})
const term = style({ font: 'ui-sm', color: 'neutral-subdued' })
const value = style({ margin: 0, minWidth: 0, overflowWrap: 'anywhere', userSelect: 'text' })
const code = style({ font: 'code-sm', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' })
const lines = style({ display: 'grid', rowGap: 4, font: 'code-sm' })
const quiet = style({ color: 'neutral-subdued' })

export function FactList({ children }: { children: ReactNode }) {
  return <dl className={list}>{children}</dl>
}

export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className={term}>{name}</dt>
      <dd className={value}>{children}</dd>
    </>
  )
}

/** A text of the wire, as it is. */
export function Code({ text }: { text: string }) {
  return (
    <bdi className={code} dir="ltr">
      {text}
    </bdi>
  )
}

/** Names and values of the wire, a line each; `none` where there are none. */
export function HeaderLines({
  headers,
  none,
}: {
  headers: readonly (readonly [name: string, value: string])[]
  none: string
}) {
  return headers.length === 0 ? (
    <span className={quiet}>{none}</span>
  ) : (
    <div className={lines} dir="ltr">
      {headers.map(([name, text]) => (
        <div key={name}>
          <span className={quiet}>{name}:</span> <bdi>{text}</bdi>
        </div>
      ))}
    </div>
  )
}
