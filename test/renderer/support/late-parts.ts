import { configure, getConfig } from '@testing-library/react'
import { vi } from 'vitest'

/*
 * Parts of the window are loaded when they are first shown, and in tests compiled before that: for every test that shows
 * any of them.
 */
const { asyncWrapper } = getConfig()
configure({
  // A busy machine is no failure.
  asyncUtilTimeout: 45_000,
  // Each step of a test starts and ends with all of its parts loaded.
  asyncWrapper: (act) =>
    asyncWrapper(async () => {
      await vi.dynamicImportSettled()
      const outcome = await act()
      await vi.dynamicImportSettled()
      return outcome
    }),
})
