// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { ErrorBoundary } from '../../../src/renderer/components/failure/error-boundary'
import '../support/late-parts'

afterEach(cleanup)

function Part({ draw }: { draw: () => string }) {
  return <p>{draw()}</p>
}

test('a part that breaks shows words in its place, and can be tried again', async () => {
  // React reports every error that a boundary catches.
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  let isBroken = true
  function draw() {
    if (isBroken) throw new Error('a bug')
    return 'whole'
  }
  render(
    <ErrorBoundary>
      <Part draw={draw} />
    </ErrorBoundary>,
  )
  expect((await screen.findByRole('alert')).textContent).toContain('Something went wrong in Asset Inspector')
  isBroken = false
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(screen.getByText('whole')).toBeTruthy()
})
