import { style } from '@react-spectrum/s2/style' with { type: 'macro' }

/** Words beside a sign that says the same, and what else a narrow window has no line to spare for. */
export const wideOnly = style({ display: { default: 'none', '@media (min-width: 1000px)': 'inline' } })
