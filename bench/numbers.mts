import type { Sample } from './statistics.mjs'

const plain = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 })
const precise = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 3 })

const number = (value: number): string => (Math.abs(value) < 100 ? precise : plain).format(value)

/** `84 ms (79–97, 9 runs)`: the median, and between what the runs lay. */
export const sampleText = ({ median, lowest, highest, count }: Sample, unit: string): string =>
  `${number(median)} ${unit} (${number(lowest)}–${number(highest)}, ${count} runs)`

export const amountText = (value: number, unit: string): string => `${number(value)} ${unit}`.trim()

export const timesText = (value: number): string => `${number(value)} ×`

export const countText = (value: number): string => plain.format(value)
