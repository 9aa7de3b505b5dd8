import type { AssetSeed } from '../../aem/asset'
import { products } from './product-pictures'
import { shopAsset } from './shop-asset'

const titles = {
  en: (name: string) => `${name}: instructions for use`,
  de: (name: string) => `${name}: Gebrauchsanleitung`,
  fr: (name: string) => `${name} : mode d’emploi`,
} as const
const languages = ['en', 'de', 'fr'] as const

export const manuals: AssetSeed[] = products.slice(0, 15).flatMap(([category, slug, name], index) =>
  languages.map((language, place) => {
    const number = 110 + index * languages.length + place
    return shopAsset({
      number,
      path: `manuals/${category}/${slug}-${language}.pdf`,
      format: 'application/pdf',
      size: 640_000 + number * 2_222,
      metadata: {
        'dc:title': titles[language](name),
        'dc:language': [language],
        'dc:subject': [category, 'manual'],
        'xmp:CreatorTool': 'Adobe InDesign 21.1 (Macintosh)',
        'pdf:Producer': 'Adobe PDF Library 18.0',
        'xmpTPg:NPages': 8 + (index % 5) * 4,
      },
    })
  }),
)
