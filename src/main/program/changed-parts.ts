import type { Operation } from '../../shared/contract'
import type { SharedPart } from '../../shared/shared-parts'
import { tellOthers } from './window'

const parts: Partial<Record<Operation, SharedPart>> = {
  saveConnection: 'connections',
  forgetConnection: 'connections',
  restoreConnection: 'connections',
  tryDemo: 'connections',
  addDemoStage: 'connections',
  saveSecondSecret: 'connections',
  promoteSecret: 'connections',
  forgetSecondSecret: 'connections',
  readMetadata: 'kept',
  checkConnection: 'kept',
  clearHistory: 'kept',
  saveFavourite: 'kept',
  removeFavourite: 'kept',
  keepSnapshot: 'kept',
  removeSnapshot: 'kept',
  deleteKept: 'kept',
  changeSettings: 'settings',
  chooseProxy: 'network',
  saveProxyLogin: 'network',
  forgetProxyLogin: 'network',
  openAuthorityFile: 'network',
  forgetAuthority: 'network',
  chooseClientCertificate: 'network',
}

const partOf = new Map<string, SharedPart>(Object.entries(parts))

/** null where an operation changes nothing of what all windows show. */
function partChangedBy(operation: string, input: unknown): SharedPart | null {
  // Of what a window remembers, the theme alone is the same in all of them.
  if (operation === 'rememberSession')
    return typeof input === 'object' && input !== null && 'theme' in input ? 'session' : null
  return partOf.get(operation) ?? null
}

/** Lets the other windows look again at what an operation of one has changed. */
export function tellOfChange(operation: string, input: unknown, windowId: number): void {
  const part = partChangedBy(operation, input)
  if (part !== null) tellOthers('changedElsewhere', windowId, part)
}
