import type { FieldChange } from '../../shared/edit'
import type { MetadataReading } from '../../shared/metadata'
import { baseOf } from './editing'
import { missingIn } from './sent-outcome'

/** Before a change that AEM has accepted counts as missing: an asset is not read at once as it was written. */
const waitsMs = [500, 1_000, 2_000]

/** Reads an asset, and waits a little for what AEM has accepted or may have, since reading may lag behind writing. */
export async function readUntilThere(
  read: () => Promise<MetadataReading>,
  changes: readonly FieldChange[],
  wait: (milliseconds: number) => Promise<unknown>,
): Promise<MetadataReading> {
  let reading = await read()
  for (const ms of waitsMs) {
    if (missingIn(baseOf(reading).body, changes).length === 0) break
    await wait(ms)
    reading = await read()
  }
  return reading
}
