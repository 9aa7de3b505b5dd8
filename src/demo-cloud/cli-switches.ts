import { nameOf } from './switch'
import { type Switches, type SwitchName, switchNames, switchTable } from './switches'

type Options = Record<string, { type: 'string' }>

/** One option for each switch, as `parseArgs` wants them. */
export const switchOptions: Options = Object.fromEntries(
  switchNames.map((name) => [optionOf(name), { type: 'string' }]),
)

/** The switches that were turned, or what is wrong with one of them. */
export function readSwitches(values: Record<string, unknown>): Partial<Switches> | string {
  const turned: [string, unknown][] = []
  for (const name of switchNames) {
    const text = values[optionOf(name)]
    if (typeof text !== 'string') continue
    const { takes, read } = switchTable[name]
    const value = read(text)
    if (value === undefined) return `--${optionOf(name)} takes ${takes}, and got "${text}".`
    turned.push([name, value])
  }
  return Object.fromEntries(turned)
}

/** The part of the usage that lists them. */
export function describeSwitches(): string {
  return switchNames.map(describeSwitch).join('\n')
}

function describeSwitch(name: SwitchName): string {
  const { takes, usual, meaning, source } = switchTable[name]
  const lines = [
    `  --${optionOf(name)} ${takes}   (default ${nameOf(usual)})`,
    `      ${meaning}`,
    ...(source === '' ? [] : [`      ${source}`]),
  ]
  return `${lines.join('\n')}\n`
}

/** `gateOrder` is `gate-order` on the command line. */
function optionOf(name: SwitchName): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
