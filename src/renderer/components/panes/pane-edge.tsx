import { useLocale } from '@react-spectrum/s2/Provider'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { type CSSProperties, type KeyboardEvent, type RefObject, useRef } from 'react'
import { useMove } from 'react-aria/useMove'
import type { SizedPane } from '../../../shared/session'
import { usePaneMemory } from './pane-memory'

/** In pixels. */
type Bounds = { least: number; most: number; usual: number }

type Props = {
  name: SizedPane
  label: string
  /** The pane whose edge this is; its style has to have what `usePaneStyle` gives. */
  pane: RefObject<HTMLElement | null>
  /** Which edge of the pane it is. */
  side: 'start' | 'end' | 'top'
  bounds: Bounds
  onCollapse: () => void
  /** Over the end of the pane, which it is a part of; else beside it. */
  isInside?: boolean
  className?: string
}

/** One press of an arrow key; a pixel a press would be work. */
const keyStep = 16

/** A line of two pixels in the middle of what the pointer finds. */
const upright = style<{ isInside: boolean }>({
  position: { default: 'relative', isInside: 'absolute' },
  insetY: { isInside: 0 },
  insetEnd: { isInside: 0 },
  zIndex: 1,
  flexShrink: 0,
  boxSizing: 'border-box',
  width: 8,
  marginX: -4,
  paddingX: '[3px]',
  backgroundClip: 'content-box',
  backgroundColor: {
    default: 'transparent',
    ':hover': 'gray-400',
    ':active': 'gray-600',
  },
  cursor: 'col-resize',
  touchAction: 'none',
  outlineStyle: { default: 'none', ':focus-visible': 'solid' },
  outlineColor: 'focus-ring',
  outlineWidth: 2,
  outlineOffset: -2,
})
const level = style({
  position: 'relative',
  zIndex: 1,
  flexShrink: 0,
  boxSizing: 'border-box',
  height: 8,
  marginTop: 0,
  marginBottom: -8,
  paddingY: '[3px]',
  backgroundClip: 'content-box',
  backgroundColor: {
    default: 'transparent',
    ':hover': 'gray-400',
    ':active': 'gray-600',
  },
  cursor: 'row-resize',
  touchAction: 'none',
  outlineStyle: { default: 'none', ':focus-visible': 'solid' },
  outlineColor: 'focus-ring',
  outlineWidth: 2,
  outlineOffset: -2,
})

const variableOf = {
  sidebar: '--sidebar-size',
  details: '--details-size',
  detailsBelow: '--details-below-size',
} as const satisfies Record<SizedPane, string>

/** Sizes that the user has chosen, as variables of CSS: where one is missing, the style sheet says the usual. */
export function usePaneStyle(...names: SizedPane[]): CSSProperties {
  const { sizes } = usePaneMemory()
  return Object.fromEntries(names.map((name) => [variableOf[name], pixels(sizes[name])]))
}

function pixels(size: number | undefined): string | undefined {
  return size === undefined ? undefined : `${size}px`
}

/**
 * The edge by which a pane is made larger and smaller: by the pointer, and by the arrow keys. Home and a double click give the
 * usual size back, Enter collapses the pane.
 */
export function PaneEdge({
  name,
  label,
  pane,
  side,
  bounds,
  onCollapse,
  isInside = false,
  className = '',
}: Props) {
  const { sizes, resize } = usePaneMemory()
  const { direction } = useLocale()
  const size = useRef(0)
  const isUpright = side !== 'top'
  const growsRightwards = (side === 'end') === (direction === 'ltr')

  const { moveProps } = useMove({
    onMoveStart: () => {
      const { width, height } = pane.current?.getBoundingClientRect() ?? { width: 0, height: 0 }
      size.current = isUpright ? width : height
    },
    onMove: ({ deltaX, deltaY, pointerType }) => {
      const delta = isUpright ? (growsRightwards ? deltaX : -deltaX) : -deltaY
      size.current += pointerType === 'keyboard' ? delta * keyStep : delta
      // Without a new render of what is in the pane.
      pane.current?.style.setProperty(variableOf[name], `${within(size.current, bounds)}px`)
    },
    onMoveEnd: () => resize(name, within(size.current, bounds)),
  })
  function reset(): void {
    pane.current?.style.removeProperty(variableOf[name])
    resize(name, null)
  }
  function handleKey(event: KeyboardEvent): void {
    const act = { Home: reset, Enter: onCollapse }[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a thematic break can be neither focused nor moved.
    <div
      {...moveProps}
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={isUpright ? 'vertical' : 'horizontal'}
      aria-valuenow={sizes[name] ?? bounds.usual}
      aria-valuemin={bounds.least}
      aria-valuemax={bounds.most}
      className={`${isUpright ? upright({ isInside }) : level} ${className}`}
      onKeyDown={(event) => {
        handleKey(event)
        if (!event.isDefaultPrevented()) moveProps.onKeyDown?.(event)
      }}
      onDoubleClick={reset}
    />
  )
}

function within(size: number, { least, most }: Bounds): number {
  return Math.round(Math.min(most, Math.max(least, size)))
}
