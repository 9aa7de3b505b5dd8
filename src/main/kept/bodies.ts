/** Bodies of responses by the SHA-256 of their UTF-8, in lower-case hexadecimal. */
export type Bodies = {
  nameOf: (text: string) => string
  /** Written whole or not at all, so that a crash leaves no half of one. Throws `storage`. */
  write: (text: string) => Promise<void>
  /** Null when it is not there or is not what its name says. Throws `storage` when the disk does not give it. */
  read: (name: string) => Promise<string | null>
  /** What cannot be removed is left for `removeAllBut`. */
  remove: (name: string) => Promise<void>
  /** What cannot be removed is left for the next time. */
  removeAllBut: (names: ReadonlySet<string>) => Promise<void>
}
