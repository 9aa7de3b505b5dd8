import type { SayFrom } from '../../../../words/language/say-in'
import type messages from '../messages/en.json'

/** Namespaces with a plain name of their own in the message catalogue. */
const known = [
  'aem',
  'aux',
  'autogen',
  'cq',
  'crs',
  'dam',
  'dc',
  'exif',
  'exifEX',
  'Iptc4xmpCore',
  'Iptc4xmpExt',
  'jcr',
  'pdf',
  'photoshop',
  'plus',
  'prism',
  'repo',
  'tiff',
  'xcm',
  'xmp',
  'xmpBJ',
  'xmpDM',
  'xmpMM',
  'xmpRights',
  'xmpTPg',
] as const

/** The plain name of a namespace by its prefix; null for one that is not widely known. */
export function nameOfNamespace(prefix: string, say: SayFrom<typeof messages>): string | null {
  const found = known.find((name) => name === prefix)
  return found ? say(`namespace.${found}`) : null
}
