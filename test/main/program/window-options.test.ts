import { describe, expect, it } from 'vitest'
import { windowOptions } from '../../../src/main/program/window-options'

const place = { x: 10, y: 20, width: 900, height: 600, minWidth: 720, minHeight: 480 }

function optionsOf(isDevelopment = false) {
  return windowOptions('/preload.js', place, isDevelopment)
}

describe('the window', () => {
  it('has every switch as it must be, and no other', () => {
    expect(optionsOf().webPreferences).toEqual({
      preload: '/preload.js',
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
    })
  })

  it('has developer tools in development alone', () => {
    const inDevelopment = optionsOf(true).webPreferences
    expect(inDevelopment).toEqual({ ...optionsOf().webPreferences, devTools: true })
  })

  it('is not shown before there is something to see', () => {
    expect(optionsOf().show).toBe(false)
  })

  it('opens in its place', () => {
    expect(optionsOf()).toMatchObject(place)
  })
})
