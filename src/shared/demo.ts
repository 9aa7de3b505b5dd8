/** What the demo cloud offers to try, with the words in which it describes each. */
export type DemoOffer = {
  assets: readonly { assetId: string; path: string; shows: string; failing: boolean }[]
  /** Client IDs whose secrets the demo cloud brings itself. */
  credentials: readonly { name: string; clientId: string; scopes: readonly string[]; shows: string }[]
}
