import { describe, expect, it } from 'vitest'
import { windowOptions } from '../../../src/main/program/window-options'

function optionsOf(isDevelopment = false) {
  return windowOptions('/preload.js', null, isDevelopment)
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

  it('opens where it was', () => {
    const bounds = { x: 10, y: 20, width: 900, height: 600, maximized: false }
    expect(windowOptions('/preload.js', bounds, false)).toMatchObject({
      x: 10,
      y: 20,
      width: 900,
      height: 600,
    })
  })

  it('opens where the system wants it at first', () => {
    expect(optionsOf()).not.toHaveProperty('x')
  })
})
