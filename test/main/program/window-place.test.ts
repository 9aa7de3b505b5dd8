import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeWindow } from '../../../src/main/program/window-place'

const screen = { x: 0, y: 0, width: 1280, height: 900 }
const least = { minWidth: 720, minHeight: 480 }

function boundsOf(x: number, y: number, width: number, height: number) {
  return { x, y, width, height, maximized: false }
}

describe('the place of a window', () => {
  it('is where it was', () => {
    expect(placeWindow(boundsOf(10, 20, 900, 600), screen)).toEqual({
      x: 10,
      y: 20,
      width: 900,
      height: 600,
      ...least,
    })
  })

  it('is where the system wants it at first', () => {
    expect(placeWindow(null, screen)).toEqual({ width: 1280, height: 800, ...least })
  })

  it('is no larger than the screen', () => {
    expect(placeWindow(boundsOf(0, 0, 3840, 2100), screen)).toMatchObject(screen)
  })

  it('is no larger than a small screen at first', () => {
    expect(placeWindow(null, { x: 0, y: 0, width: 640, height: 450 })).toEqual({
      width: 640,
      height: 450,
      minWidth: 640,
      minHeight: 450,
    })
  })

  it('is the usual one when its screen was taken away', () => {
    expect(placeWindow(boundsOf(5_000, 100, 900, 600), screen)).toEqual({
      width: 1280,
      height: 800,
      ...least,
    })
  })

  it('is on a screen to the left or above of the first', () => {
    const area = { x: -1920, y: -1080, width: 1920, height: 1080 }
    expect(placeWindow(boundsOf(-1900, -1000, 900, 600), area)).toMatchObject({ x: -1900, y: -1000 })
  })

  it('is within the screen wherever it was', () => {
    const pixels = fc.integer({ min: -5_000, max: 5_000 })
    const size = fc.integer({ min: 1, max: 10_000 })
    fc.assert(
      fc.property(fc.tuple(pixels, pixels, size, size), fc.tuple(pixels, pixels, size, size), (was, area) => {
        const [x, y, width, height] = area
        const place = placeWindow(boundsOf(...was), { x, y, width, height })
        expect(place.width).toBeLessThanOrEqual(width)
        expect(place.height).toBeLessThanOrEqual(height)
        expect(place.x ?? x).toBeGreaterThanOrEqual(x)
        expect(place.y ?? y).toBeGreaterThanOrEqual(y)
        expect((place.x ?? x) + place.width).toBeLessThanOrEqual(x + width)
        expect((place.y ?? y) + place.height).toBeLessThanOrEqual(y + height)
      }),
    )
  })
})
