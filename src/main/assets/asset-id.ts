import * as v from 'valibot'
import { type Reading, readLine, understood, wrong } from '../input/text-rules'

const prefix = 'urn:aaid:aem:'
const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i

/** Understands an asset ID, or the bare UUID that `jcr:uuid` holds. */
export function readAssetId(typed: string): Reading<string> {
  const line = readLine(typed, 500)
  if (!line.ok) return line
  const bare = line.value.toLowerCase().startsWith(prefix) ? line.value.slice(prefix.length) : line.value
  if (uuid.test(bare)) return understood(`${prefix}${bare.toLowerCase()}`)
  return wrong(/[/\\?#%]/.test(line.value) ? 'asset-has-path' : 'asset-not-an-id')
}

/** An asset ID in the form that `readAssetId` gives it: one asset has no two of them. */
export const wholeAssetId = v.pipe(
  v.string(),
  v.maxLength(100),
  v.check((text) => {
    const reading = readAssetId(text)
    return reading.ok && reading.value === text
  }),
)
