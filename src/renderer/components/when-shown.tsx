import { type ComponentType, useEffect, useState } from 'react'
import { loadScript } from './load-script'

type Part<P> = {
  readonly load: () => Promise<ComponentType<P>>
  loading: Promise<void> | null
  loaded: ComponentType<P> | null
}

/**
 * A part of the window, named as its script exports it, whose script is loaded when it is first shown, so that no start waits
 * for it.
 *
 * Without React's `Suspense`, which holds back for 300 ms what arrives right after its fallback: these scripts are the
 * program's own files, and are there within a few.
 */
export function whenShown<K extends string, P extends object>(
  importScript: () => Promise<Readonly<Record<K, ComponentType<P>>>>,
  name: K,
): ComponentType<P> {
  const part: Part<P> = {
    load: async () => (await loadScript(importScript))[name],
    loading: null,
    loaded: null,
  }
  return (props) => <LoadedPart part={part} props={props} />
}

function loadOnce<P>(part: Part<P>): Promise<void> {
  part.loading ??= part.load().then(
    (loaded) => {
      part.loaded = loaded
    },
    (thrown) => {
      // The next one who shows the part tries again.
      part.loading = null
      throw thrown
    },
  )
  return part.loading
}

function LoadedPart<P extends object>({ part, props }: { part: Part<P>; props: P }) {
  const [Shown, setShown] = useState(() => {
    // Starts loading before the rest of the window is rendered.
    if (!part.loaded) loadOnce(part).catch(() => undefined)
    return part.loaded
  })
  const [problem, setProblem] = useState<{ thrown: unknown } | null>(null)
  useEffect(() => {
    let isWanted = true
    async function show() {
      await loadOnce(part)
      if (isWanted) setShown(() => part.loaded)
    }
    show().catch((thrown: unknown) => setProblem({ thrown }))
    return () => {
      isWanted = false
    }
  }, [part])
  // Shown by the error boundary around the part.
  if (problem) throw problem.thrown
  return Shown ? <Shown {...props} /> : null
}
