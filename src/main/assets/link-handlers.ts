import type { Handlers } from '../../shared/contract'
import type { OpenedLinks } from './opened-links'
import { readLink } from './read-link'

export function linkHandlers(links: OpenedLinks): Pick<Handlers, 'takeLink'> {
  return {
    takeLink: async () => {
      const address = links.take()
      return address === null ? null : { link: readLink(address) }
    },
  }
}
