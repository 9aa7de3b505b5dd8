/**
 * What has happened to a connection. A secret that is saved along with fields is part of `edited`;
 * `changes-allowed` says anew whether metadata may be changed.
 */
export type ConnectionChange =
  | 'added'
  | 'edited'
  | 'secrets-changed'
  | 'changes-allowed'
  | 'forgotten'
  | 'restored'

/**
 * Called when a change of a connection has been saved. Whoever holds something of a connection (a token, a body, work under
 * way, a query of the window) listens; the composition lists them all. The change counts whether or not a listener succeeds.
 */
export type ConnectionChanged = (connectionId: string, change: ConnectionChange) => void | Promise<void>
