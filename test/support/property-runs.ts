/** How often what must hold for any JSON text is tried. */
export const thorough = { numRuns: 10_000 }

/** Milliseconds that so many runs may take on a slow machine; a test that takes longer hangs. */
export const patient = { timeout: 120_000 }
