import type { Sample } from './statistics.mjs'

const plain = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 })
const precise = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 3 })

function number(value: number): string {
  return (Math.abs(value) < 100 ? precise : plain).format(value)
}

/** `84 ms (79–97, 9 runs)`: the median, and between what the runs lay. */
export function sampleText({ median, lowest, highest, count }: Sample, unit: string): string {
  return `${number(median)} ${unit} (${number(lowest)}–${number(highest)}, ${count} runs)`
}

export function amountText(value: number, unit: string): string {
  return `${number(value)} ${unit}`.trim()
}

export function timesText(value: number): string {
  return `${number(value)} ×`
}

export function countText(value: number): string {
  return plain.format(value)
}
