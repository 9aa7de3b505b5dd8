import { useCallback, useState } from 'react'

/**
 * One of a few ways to see things, kept while the window is open: every tree that is opened later begins with it. The
 * storage of the session is the window's own.
 */
export function useChoice<T extends string>(name: string, choices: readonly T[], first: T) {
  const [chosen, setChosen] = useState(() => {
    const kept = window.sessionStorage.getItem(name)
    return choices.find((choice) => choice === kept) ?? first
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
