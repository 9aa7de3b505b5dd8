import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import type { ReactNode } from 'react'

const list = style<{ isDense: boolean }>({
  display: 'grid',
  gridTemplateColumns: ['minmax(120px, max-content)', '1fr'],
  columnGap: 16,
  rowGap: { default: 8, isDense: 4 },
  margin: 0,
  alignItems: { default: 'baseline', isDense: 'start' },
  font: { default: 'body-sm', isDense: 'ui-sm' },
})
const term = style({ font: 'ui-sm', color: 'neutral-subdued' })
const value = style<{ isCode: boolean }>({
  font: { isCode: 'code-xs' },
  whiteSpace: { isCode: 'pre-wrap' },
  margin: 0,
  minWidth: 0,
  overflowWrap: 'anywhere',
  userSelect: 'text',
})

/** Names and what they stand for. */
export function DefinitionList({ isDense = false, children }: { isDense?: boolean; children: ReactNode }) {
  return <dl className={list({ isDense })}>{children}</dl>
}

export type DefinitionProps = {
  name: string
  /** Machine-readable text, in a monospaced font. */
  isCode?: boolean
  children: ReactNode
}

export function Definition({ name, isCode = false, children }: DefinitionProps) {
  return (
    <>
      <dt className={term}>{name}</dt>
      <dd className={value({ isCode })}>{children}</dd>
    </>
  )
}
