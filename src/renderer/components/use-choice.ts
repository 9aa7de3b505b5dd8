import { useCallback, useState } from 'react'

/**
 * A choice of how to show something, stored while the window is open: what is opened later starts with it. Session storage
 * belongs to this window alone.
 */
export function useChoice<T extends string>(name: string, choices: readonly T[], first: T) {
  const [chosen, setChosen] = useState(() => {
    const stored = window.sessionStorage.getItem(name)
    return choices.find((choice) => choice === stored) ?? first
  })
  const choose = useCallback(
    (choice: T) => {
      window.sessionStorage.setItem(name, choice)
      setChosen(choice)
    },
    [name],
  )
  return [chosen, choose] as const
}
