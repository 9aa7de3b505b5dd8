import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import type { ComponentPropsWithoutRef, ReactNode } from 'react'
import './side-row.css'

type Density = 'regular' | 'compact'

const row = style<{ isCurrent: boolean; density: Density; hasAction: boolean }>({
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'stretch',
  rowGap: { density: { regular: 4, compact: 0 } },
  boxSizing: 'border-box',
  width: 'full',
  minWidth: 0,
  paddingStart: 12,
  paddingEnd: { default: 12, hasAction: 36 },
  paddingY: { density: { regular: 8, compact: 4 } },
  borderStyle: 'none',
  borderRadius: 'default',
  textAlign: 'start',
  font: { density: { regular: 'ui', compact: 'ui-sm' } },
  color: 'neutral',
  cursor: 'pointer',
  backgroundColor: {
    default: { default: 'transparent', ':hover': 'gray-200' },
    isCurrent: 'gray-200',
  },
  outlineStyle: { default: 'none', ':focus-visible': 'solid' },
  outlineColor: 'focus-ring',
  outlineWidth: 2,
  outlineOffset: -2,
})
const nameText = style<{ isCurrent: boolean; density: Density }>({
  truncate: true,
  fontWeight: { density: { regular: 'medium', compact: 'normal' }, isCurrent: 'bold' },
})

export type SideRowProps = Omit<ComponentPropsWithoutRef<'button'>, 'type' | 'className' | 'name'> & {
  name: ReactNode
  density: Density
  /** Another button stands at the end of the row. */
  hasAction?: boolean
}

/** A row of the sidebar that opens something; `aria-current` marks what is open. */
export function SideRow({ name, density, hasAction = false, children, ...button }: SideRowProps) {
  const isCurrent = button['aria-current'] !== undefined
  return (
    <button type="button" className={row({ isCurrent, density, hasAction })} {...button}>
      <span className={`side-name ${nameText({ isCurrent, density })}`}>{name}</span>
      {children}
    </button>
  )
}
