import type { SendHttp } from './http'

/** Stretches the deadlines of every call by a factor that the user has set; 1 leaves them as they are. */
export function stretchDeadlines(send: SendHttp, factor: () => number): SendHttp {
  return (request) =>
    send({
      ...request,
      headersDeadlineMs: Math.round(request.headersDeadlineMs * factor()),
      totalDeadlineMs: Math.round(request.totalDeadlineMs * factor()),
    })
}
