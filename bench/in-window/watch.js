// @ts-check

// Runs in a window that is measured. `watch.begin` comes before the input, `watch.result` after it.
;(() => {
  /** @type {Promise<number>} */
  let result = Promise.reject(new Error('Nothing was begun'))
  result.catch(() => undefined)

  /**
   * The time at which what the condition asks for has been painted: the frame in which it was first there has ended when
   * the next one begins.
   * @param {() => boolean} condition
   * @returns {Promise<number>}
   */
  function painted(condition) {
    return new Promise((resolve) => {
      function look() {
        if (condition()) requestAnimationFrame(() => resolve(performance.now()))
        else requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    })
  }

  /**
   * A condition that holds before anything was done would be measured as met at once.
   * @param {() => boolean} condition
   */
  function mustNotHold(condition) {
    if (condition()) throw new Error(`Holds already: ${condition}`)
  }

  /** @param {string} type */
  function nextEvent(type) {
    return new Promise((resolve) =>
      window.addEventListener(type, (event) => resolve(event.timeStamp), { capture: true, once: true }),
    )
  }

  const watch = {
    /**
     * Milliseconds from the next event of this type, as the browser stamped it, until the condition has been painted.
     * @param {string} type
     * @param {() => boolean} condition
     */
    begin: (type, condition) => {
      mustNotHold(condition)
      result = nextEvent(type).then(async (start) => {
        performance.mark('watch begins', { startTime: start })
        const end = await painted(condition)
        performance.mark('watch ends', { startTime: end })
        return end - start
      })
    },
    /**
     * Milliseconds since 1970 at which the condition has been painted.
     * @param {() => boolean} condition
     */
    beginClock: (condition) => {
      mustNotHold(condition)
      const offset = Date.now() - performance.now()
      result = painted(condition).then((time) => time + offset)
    },
    /**
     * Milliseconds from now, which the action begins in, until the condition has been painted.
     * @param {() => void} act
     * @param {() => boolean} condition
     */
    act: (act, condition) => {
      mustNotHold(condition)
      const start = performance.now()
      act()
      return painted(condition).then((time) => time - start)
    },
    result: () => result,
  }
  Object.assign(globalThis, { watch })
})()
