/** What somebody answers in time, or null. Rejects as the answer does, or with the signal's reason when it is aborted. */
export async function answerWithin<T>(
  ms: number,
  answer: Promise<T>,
  signal: AbortSignal,
): Promise<T | null> {
  signal.throwIfAborted()
  const over = new AbortController()
  const ended = new Promise<null>((resolve, reject) => {
    const timer = setTimeout(() => resolve(null), ms)
    signal.addEventListener('abort', () => reject(signal.reason), { signal: over.signal })
    over.signal.addEventListener('abort', () => clearTimeout(timer))
  })
  try {
    return await Promise.race([answer, ended])
  } finally {
    over.abort()
  }
}
