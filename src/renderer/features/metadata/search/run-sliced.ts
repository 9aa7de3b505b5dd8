/** Work that yields wherever it can be interrupted. */
export type SlicedWork<T> = Generator<undefined, T, undefined>

/** Half a frame: what is typed and painted meanwhile has the other half. */
const sliceMs = 8

/** Runs the work in slices, with input and painting in between; undefined when it was aborted. */
export async function runSliced<T>(work: SlicedWork<T>, signal: AbortSignal): Promise<T | undefined> {
  await letOthersRun()
  let sliceEnd = performance.now() + sliceMs
  for (let step = work.next(); !signal.aborted; step = work.next()) {
    if (step.done) return step.value
    if (performance.now() < sliceEnd) continue
    await letOthersRun()
    sliceEnd = performance.now() + sliceMs
  }
  return undefined
}

/** A message is a macrotask without the delay of a timer. */
function letOthersRun(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}
