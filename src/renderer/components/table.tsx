import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import type { ReactNode } from 'react'

const frame = style({
  boxSizing: 'border-box',
  width: 'full',
  overflowX: 'auto',
  flexShrink: 0,
  borderWidth: 1,
  borderStyle: 'solid',
  borderColor: 'gray-200',
  borderRadius: 'lg',
  outlineStyle: { default: 'none', ':focus-visible': 'solid' },
  outlineColor: 'focus-ring',
  outlineWidth: 2,
  outlineOffset: 2,
})
export const table = style<{ isFixed?: boolean }>({
  borderSpacing: 0,
  width: 'full',
  font: 'body-sm',
  tableLayout: { isFixed: 'fixed' },
})
/** `isFramed`: in a `TableFrame`, with padding on both sides. */
export const columnHead = style<{ isFramed?: boolean }>({
  textAlign: 'start',
  font: 'ui-sm',
  fontWeight: 'bold',
  color: 'neutral-subdued',
  paddingStart: { default: 0, isFramed: 12 },
  paddingEnd: { default: 16, isFramed: 12 },
  paddingY: 8,
})
export const cell = style<{ isFramed?: boolean; isMarked?: boolean; isWide?: boolean }>({
  minWidth: { isWide: 220 },
  verticalAlign: 'top',
  textAlign: 'start',
  fontWeight: 'normal',
  backgroundColor: { isMarked: 'notice-subtle' },
  paddingStart: { default: 0, isFramed: 12 },
  paddingEnd: { default: 16, isFramed: 12 },
  paddingY: 8,
  borderStyle: 'solid',
  borderColor: 'gray-200',
  borderTopWidth: 1,
  borderBottomWidth: 0,
  borderXWidth: 0,
  overflowWrap: 'anywhere',
  userSelect: 'text',
})

/** A frame in which a wide table scrolls. */
export function TableFrame({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard.
    <section className={frame} tabIndex={0} aria-label={label}>
      {children}
    </section>
  )
}

export type PlainTableProps = {
  label: string
  heads: readonly string[]
  rows: readonly { key: string; cells: readonly [ReactNode, ...ReactNode[]] }[]
}

/** A few lines of facts; the first cell of each names it. */
export function PlainTable({ label, heads, rows }: PlainTableProps) {
  return (
    <table className={table({})} aria-label={label}>
      <thead>
        <tr>
          {heads.map((words) => (
            <th key={words} scope="col" className={columnHead({})}>
              {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [name, ...others] }) => (
          <tr key={key}>
            <th scope="row" className={cell({})}>
              {name}
            </th>
            {others.map((content, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: cells of a line never change their order.
              <td key={index} className={cell({})}>
                {content}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
