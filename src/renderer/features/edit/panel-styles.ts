import { style } from '@react-spectrum/s2/style' with { type: 'macro' }

/** Of what takes the place of the tree: the review, and the conflicts. */
export const panel = style({
  display: 'flex',
  flexDirection: 'column',
  rowGap: 12,
  flexGrow: 1,
  minHeight: 0,
  overflowY: 'auto',
  padding: 4,
})
/** Takes the focus when the panel appears. */
export const panelHeading = style({ font: 'title', margin: 0, outlineStyle: 'none' })
export const panelWords = style({ font: 'body-sm', margin: 0 })
