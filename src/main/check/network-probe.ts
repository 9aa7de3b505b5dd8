/** What can be learnt of the way to a host without sending anything of ours. */
export type NetworkProbe = {
  /**
   * The proxy that the system's settings name for an origin, as `host:port`; null for a direct connection, empty where they
   * name none that could be used.
   */
  proxyFor: (origin: string) => Promise<string | null>
  /** Addresses of a host name; throws an `Error` whose message names the network stack's reason. */
  resolve: (hostname: string) => Promise<readonly string[]>
}
