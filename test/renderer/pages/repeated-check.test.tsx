// @vitest-environment happy-dom
import { act, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { aConnection, fakeDesktop, ok } from '../support/fake-desktop'
import { renderApp } from '../support/render-app'
import { aReport, notAllowListed } from '../support/reports'

afterEach(() => {
  vi.useRealTimers()
})

const label = 'Check every 5 minutes until it passes'

/** A connection whose check has failed once, repeated from then on; it passes when the test says so. */
async function repeatFailedCheck() {
  let hasPassed = false
  const list = { connections: [aConnection()], setAside: null, forgotten: [] }
  const desktop = fakeDesktop({
    list,
    check: async () => ok(hasPassed ? aReport() : aReport({ steps: notAllowListed() })),
  })
  const { user } = renderApp(desktop)
  await user.click(await screen.findByRole('button', { name: 'Check' }))
  await user.click(screen.getByRole('button', { name: 'Check connection' }))
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
  await user.click(await screen.findByRole('switch', { name: label }))
  await screen.findByText(/^Next check: /)
  return {
    user,
    requests: desktop.seen.checks,
    pass: () => {
      hasPassed = true
    },
  }
}

function letMinutesPass(minutes: number): Promise<void> {
  return act(async () => void (await vi.advanceTimersByTimeAsync(minutes * 60_000)))
}

test('a failed check is run again every five minutes, until it passes', async () => {
  const { requests, pass } = await repeatFailedCheck()
  await letMinutesPass(4.5)
  expect(requests).toHaveLength(1)
  await letMinutesPass(1)
  expect(requests.map(({ isRepeated }) => isRepeated)).toEqual([false, true])
  pass()
  await letMinutesPass(5.5)
  expect(requests).toHaveLength(3)
  expect(await screen.findByRole('heading', { name: /^Ready to read/ })).toBeTruthy()
  expect(screen.queryByRole('switch', { name: label })).toBeNull()
  await letMinutesPass(30)
  expect(requests).toHaveLength(3)
})

test('a repeated check goes on while another page is looked at, and ends when it is switched off', async () => {
  const { user, requests } = await repeatFailedCheck()
  await user.click(screen.getByRole('button', { name: 'Browse' }))
  await letMinutesPass(5.5)
  expect(requests).toHaveLength(2)
  await user.click(screen.getByRole('button', { name: 'Check' }))
  await user.click(await screen.findByRole('switch', { name: label, checked: true }))
  await letMinutesPass(30)
  expect(requests).toHaveLength(2)
})

test('a check that the user has made pass is not repeated', async () => {
  const { user, requests, pass } = await repeatFailedCheck()
  pass()
  await user.click(screen.getByRole('button', { name: 'Check connection' }))
  expect(await screen.findByRole('heading', { name: /^Ready to read/ })).toBeTruthy()
  await letMinutesPass(30)
  expect(requests).toHaveLength(2)
})
