import type { Handlers } from '../../shared/contract'

export function windowHandlers(open: () => void): Pick<Handlers, 'openWindow'> {
  return {
    openWindow: async () => {
      open()
      return null
    },
  }
}
