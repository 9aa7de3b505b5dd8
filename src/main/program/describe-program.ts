import { join } from 'node:path'
import type { ContactedHost, ProgramReport } from '../../shared/settings'
import { measurePlace } from '../files/measure-place'

/** The files of the program, by the names that the rest of it knows them by. */
export function programPlaces(userData: string, localData: string) {
  return {
    userData,
    connections: join(userData, 'connections.json'),
    settings: join(userData, 'settings.json'),
    network: join(userData, 'network.json'),
    session: join(userData, 'session.json'),
    kept: join(localData, 'kept'),
    updates: join(localData, 'updates'),
    logs: join(localData, 'logs'),
  } as const
}

/** Where the program keeps what, with sizes as they are now. */
export async function describeProgram(
  places: ReturnType<typeof programPlaces>,
  keychainService: string,
  hosts: readonly ContactedHost[],
): Promise<ProgramReport> {
  const [userData, connections, settings, network, session, kept, updates, logs] = await Promise.all([
    measurePlace(places.userData),
    measurePlace(places.connections),
    measurePlace(places.settings),
    measurePlace(places.network),
    measurePlace(places.session),
    measurePlace(places.kept),
    measurePlace(places.updates),
    measurePlace(places.logs),
  ])
  return {
    places: { userData, connections, settings, network, session, kept, updates, logs },
    keychainService,
    hosts,
  }
}
