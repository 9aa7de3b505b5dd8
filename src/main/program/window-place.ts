import type { Rectangle } from 'electron'
import type { WindowBounds } from './session-memory'

/** Where a window opens; without a position where the system wants it. */
export type WindowPlace = {
  x?: number
  y?: number
  width: number
  height: number
  minWidth: number
  minHeight: number
}

const usualSize = { width: 1280, height: 800 }
const leastSize = { width: 720, height: 480 }

/** So much of a window has to lie on the screen for a hand to get hold of it. */
const leastOverlap = 50

/** Moves a stretch of `length` from `start` into the area, shortened where the area is shorter. */
function clamp(
  start: number,
  length: number,
  areaStart: number,
  areaLength: number,
): { start: number; length: number } {
  const fitting = Math.min(length, areaLength)
  return {
    start: Math.max(areaStart, Math.min(start, areaStart + areaLength - fitting)),
    length: fitting,
  }
}

/**
 * The place of a window within `workArea`, that of the screen on which most of it was: never larger, never partly outside.
 * A window whose screen was taken away opens in the usual place.
 */
export function placeWindow(bounds: WindowBounds | null, workArea: Rectangle): WindowPlace {
  const least = {
    minWidth: Math.min(leastSize.width, workArea.width),
    minHeight: Math.min(leastSize.height, workArea.height),
  }
  if (bounds === null || !overlaps(bounds, workArea)) {
    return {
      width: Math.min(usualSize.width, workArea.width),
      height: Math.min(usualSize.height, workArea.height),
      ...least,
    }
  }
  const across = clamp(bounds.x, bounds.width, workArea.x, workArea.width)
  const down = clamp(bounds.y, bounds.height, workArea.y, workArea.height)
  return { x: across.start, y: down.start, width: across.length, height: down.length, ...least }
}

function overlaps(bounds: WindowBounds, area: Rectangle): boolean {
  return (
    bounds.x < area.x + area.width - leastOverlap &&
    bounds.x + bounds.width > area.x + leastOverlap &&
    bounds.y < area.y + area.height - leastOverlap &&
    bounds.y >= area.y - leastOverlap
  )
}
