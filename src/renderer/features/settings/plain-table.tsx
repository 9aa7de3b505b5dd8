import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import type { ReactNode } from 'react'

const table = style({ borderSpacing: 0, width: 'full', font: 'body-sm' })
const head = style({
  textAlign: 'start',
  font: 'ui-sm',
  fontWeight: 'bold',
  color: 'neutral-subdued',
  paddingStart: 0,
  paddingEnd: 16,
  paddingY: 8,
})
const cell = style({
  textAlign: 'start',
  verticalAlign: 'top',
  fontWeight: 'normal',
  paddingStart: 0,
  paddingEnd: 16,
  paddingY: 8,
  borderStyle: 'solid',
  borderColor: 'gray-200',
  borderTopWidth: 1,
  borderBottomWidth: 0,
  borderXWidth: 0,
  overflowWrap: 'anywhere',
  userSelect: 'text',
})

export type PlainTableProps = {
  label: string
  heads: readonly string[]
  rows: readonly { key: string; cells: readonly [ReactNode, ...ReactNode[]] }[]
}

/** A few lines of facts; the first cell of each names it. */
export function PlainTable({ label, heads, rows }: PlainTableProps) {
  return (
    <table className={table} aria-label={label}>
      <thead>
        <tr>
          {heads.map((words) => (
            <th key={words} scope="col" className={head}>
              {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [name, ...others] }) => (
          <tr key={key}>
            <th scope="row" className={cell}>
              {name}
            </th>
            {others.map((content, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: cells of a line never change their order.
              <td key={index} className={cell}>
                {content}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
