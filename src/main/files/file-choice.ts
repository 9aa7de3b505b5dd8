export type FileChoice = {
  /**
   * Lets the user choose a file and reads it as text; null when the choice was cancelled. The text is null where the file is
   * larger than `largestBytes`.
   */
  openText: (options: {
    title: string
    largestBytes: number
  }) => Promise<{ name: string; text: string | null } | null>
  /** The same as bytes. */
  openBytes: (options: {
    title: string
    largestBytes: number
  }) => Promise<{ name: string; bytes: Uint8Array | null } | null>
  /**
   * Lets the user choose a place and writes a text there, whole or not at all. Returns the path, or null when the
   * choice was cancelled; throws `storage`.
   */
  saveText: (options: { title: string; suggestedName: string; text: string }) => Promise<string | null>
  /** The same for bytes. */
  saveBytes: (options: { title: string; suggestedName: string; bytes: Uint8Array }) => Promise<string | null>
}
