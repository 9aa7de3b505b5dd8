import { style } from '@react-spectrum/s2/style' with { type: 'macro' }

/** The colors of Spectrum, by name, for the style sheets of the many small parts. */
export const palette = style({
  display: 'flex',
  flexDirection: 'column',
  height: 'full',
  minHeight: 0,
  minWidth: 0,
  fontFamily: 'sans',
  color: 'neutral',
  '--tree-base': { type: 'backgroundColor', value: 'base' },
  '--tree-raised': { type: 'backgroundColor', value: 'layer-1' },
  '--tree-hover': { type: 'backgroundColor', value: 'gray-100' },
  '--tree-selected': { type: 'backgroundColor', value: 'blue-200' },
  '--tree-line': { type: 'borderColor', value: 'gray-200' },
  '--tree-border': { type: 'borderColor', value: 'gray-300' },
  '--tree-ring': { type: 'outlineColor', value: 'focus-ring' },
  '--tree-text': { type: 'color', value: 'neutral' },
  '--tree-title': { type: 'color', value: 'title' },
  '--tree-subdued': { type: 'color', value: 'neutral-subdued' },
  '--tree-number': { type: 'color', value: 'blue-1000' },
  '--tree-boolean': { type: 'color', value: 'purple-1000' },
  '--tree-null': { type: 'color', value: 'cinnamon-1000' },
  '--hidden-character': { type: 'color', value: 'magenta-1000' },
  '--tree-flag': { type: 'color', value: 'orange-1000' },
  '--summary-positive': { type: 'backgroundColor', value: 'positive' },
  '--tree-mark': { type: 'backgroundColor', value: 'yellow-300' },
})
