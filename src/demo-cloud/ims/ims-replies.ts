import { jsonReply, type Reply } from '../http/replies'

/** Thrown where a request cannot go on. */
export class ImsRefusal extends Error {
  readonly reply: Reply

  constructor(status: number, error: string, description: string) {
    super(description)
    this.reply = imsError(status, error, description)
  }
}

/** An error as IMS words it: JSON with `error` and `error_description`. */
export function imsError(status: number, error: string, description: string): Reply {
  return jsonReply(status, { error, error_description: description })
}

export function tokenReply(body: unknown): Reply {
  return jsonReply(200, body)
}
