import type { Exchange } from './exchange'
import { jsonTextReply, send } from './replies'

/**
 * The origin to which hostile redirects point. It answers like IMS and AEM at once, so that a client which follows a
 * redirect succeeds and is found out by what was recorded, not by an error.
 */
export function answerElsewhere({ response }: Exchange): void {
  const body =
    '{"access_token":"captured","token_type":"bearer","expires_in":86399,' +
    '"assetId":"captured","assetMetadata":{"dc:title":"Captured"},"repositoryMetadata":{}}'
  send(response, jsonTextReply(200, body))
}
