/** How Chromium says which script it could not fetch. */
const fetchFailure = /^Failed to fetch dynamically imported module: (\S+)$/

/**
 * Imports a script of the window, once more if it could not be fetched. Chromium remembers such a failure for as long as the
 * page lives, by the address of the script, so that it is asked for by another one.
 */
export async function loadScript<M>(importScript: () => Promise<M>): Promise<M> {
  try {
    return await importScript()
  } catch (thrown) {
    const address = thrown instanceof TypeError ? fetchFailure.exec(thrown.message)?.[1] : undefined
    if (address === undefined) throw thrown
    return import(/* @vite-ignore */ `${address}?again=${Date.now()}`)
  }
}
