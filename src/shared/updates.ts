/** A newer version, as the update server describes it. */
export type Update = {
  version: string
  /** ISO 8601, UTC; null where the server does not say. */
  releasedAt: string | null
  /** Text of the server; null where there is none. `isCut`: there is more. */
  notes: { text: string; isCut: boolean } | null
  bytes: number | null
}

export type UpdateTroubleCode =
  /** No answer; `detail` is the network stack's own word. */
  | 'unreachable'
  | 'certificate'
  | 'proxy-sign-in'
  | 'too-slow'
  /** The server has no file that names the latest version for this system. */
  | 'no-release'
  /** `detail` is the HTTP status. */
  | 'server'
  /** What the server sent describes no version. */
  | 'not-readable'
  /** `detail` is where the server pointed: not encrypted, or a circle. */
  | 'refused-address'
  /** The file is not the one that the server describes. */
  | 'checksum'
  /** Its signature is not that of the publisher. */
  | 'signature'
  /** The connection ended before the file did. */
  | 'broken-off'
  /** `detail` is the system's own word. */
  | 'storage'
  /** The installed program cannot be replaced: `detail` is the system's own word. */
  | 'not-replaced'

export type UpdateTrouble = { code: UpdateTroubleCode; detail: string }

export type UpdatePhase =
  /** Nothing was asked since the program was started. */
  | { kind: 'unknown' }
  | { kind: 'checking' }
  /** The server has nothing newer. `checkedAt` is ISO 8601, UTC. */
  | { kind: 'newest'; checkedAt: string }
  | { kind: 'available'; update: Update }
  /** `totalBytes` is null where the server does not say. */
  | { kind: 'downloading'; update: Update; receivedBytes: number; totalBytes: number | null }
  /** Downloaded and verified; it is installed when the user says so. */
  | { kind: 'ready'; update: Update }
  | { kind: 'installing'; update: Update }

/** What proves that a downloaded file is the publisher's, besides its checksum. */
export type UpdateProof =
  /** Nothing: whoever can change the files of the update server can offer any file. */
  | 'none'
  /** Windows checks the installer's Authenticode signature against the publisher that is written into this program. */
  | 'publisher'
  /** macOS checks the new program's code signature against that of this one. */
  | 'code-signature'

export type UpdatesState = {
  /** Of the program that is running. */
  version: string
  /** It carries another Electron than the program is made for. */
  isTestBuild: boolean
  /** Address of the update server; null where the program was packaged without one. */
  server: string | null
  /** null until the user has said yes or no. Nothing is sent unless it is true. */
  isAllowed: boolean | null
  /** Whether the program can replace itself; otherwise it only tells of a newer version. */
  canInstall: boolean
  proof: UpdateProof
  phase: UpdatePhase
  /** Why the last thing that was tried failed. */
  trouble: UpdateTrouble | null
}
