import { queryOptions } from '@tanstack/react-query'
import { unwrap } from '../../desktop/desktop'

/** The same as long as the program runs. */
export function demoOfferQuery() {
  return queryOptions({
    queryKey: ['demo-offer'],
    queryFn: () => unwrap(window.desktop.listDemo()),
    staleTime: Number.POSITIVE_INFINITY,
  })
}
