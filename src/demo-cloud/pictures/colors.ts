import { createHash } from 'node:crypto'

export type Color = readonly [red: number, green: number, blue: number]

/** The color of a gradient that belongs to one asset, at a place from 0,0 to 1,1. */
export function gradientOf(assetId: string): (x: number, y: number) => Color {
  const [red = 0, green = 0, blue = 0] = createHash('sha256').update(assetId).digest()
  function lighten(part: number, light: number): number {
    return Math.round(part + (255 - part) * light)
  }
  return (x, y) => {
    const light = (x + y) / 2
    return [lighten(red, light), lighten(green, light), lighten(blue, light)]
  }
}
