// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { ErrorBoundary } from '../../../src/renderer/components/failure/error-boundary'
import { whenShown } from '../../../src/renderer/components/when-shown'
import '../support/late-parts'

afterEach(cleanup)

function Words() {
  return <p>whole</p>
}

test('a part whose script failed to load is loaded at the next try', async () => {
  // React reports every error that a boundary catches.
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  let isBroken = true
  const Part = whenShown(async () => {
    if (isBroken) throw new Error('The disk did not give it.')
    return { Words }
  }, 'Words')
  render(
    <ErrorBoundary>
      <Part />
    </ErrorBoundary>,
  )
  const retry = await screen.findByRole('button', { name: 'Try again' })
  isBroken = false
  await userEvent.click(retry)
  expect(await screen.findByText('whole')).toBeTruthy()
})
