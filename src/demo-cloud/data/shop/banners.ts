import type { AssetSeed } from '../../aem/asset'
import { shopAsset } from './shop-asset'

const markets = ['en', 'de', 'fr', 'ja', 'nb', 'es'] as const

/** File name, and the headline in the languages of the markets, in their order. */
const headlines = [
  [
    'spring-opening',
    [
      'The season opens',
      'Die Saison beginnt',
      'La saison commence',
      '新しい季節へ',
      'Sesongen starter',
      'Empieza la temporada',
    ],
  ],
  [
    'into-the-fog',
    [
      'Into the fog',
      'Hinein in den Nebel',
      'Droit dans la brume',
      '霧の中へ',
      'Inn i tåken',
      'Hacia la niebla',
    ],
  ],
  [
    'two-nights-out',
    [
      'Two nights out',
      'Zwei Nächte draußen',
      'Deux nuits dehors',
      '外で過ごす二晩',
      'To netter ute',
      'Dos noches fuera',
    ],
  ],
  [
    'repair-not-replace',
    [
      'Repair, don’t replace',
      'Reparieren statt ersetzen',
      'Réparer plutôt que remplacer',
      '買い替えずに直す',
      'Reparer, ikke kjøp nytt',
      'Repara, no reemplaces',
    ],
  ],
  [
    'family-camp',
    [
      'Camp with children',
      'Camping mit Kindern',
      'Camper en famille',
      '家族でキャンプ',
      'Telttur med barn',
      'Acampar en familia',
    ],
  ],
  [
    'first-snow',
    ['First snow', 'Der erste Schnee', 'Première neige', '初雪', 'Den første snøen', 'La primera nieve'],
  ],
  [
    'light-packing',
    ['Pack light', 'Leicht gepackt', 'Voyager léger', '荷物は軽く', 'Pakk lett', 'Viaja ligero'],
  ],
  [
    'clear-water',
    [
      'Clear water anywhere',
      'Überall klares Wasser',
      'De l’eau claire partout',
      'どこでも澄んだ水を',
      'Rent vann overalt',
      'Agua clara en todas partes',
    ],
  ],
  [
    'summer-sale',
    [
      'Summer sale',
      'Sommerschlussverkauf',
      'Soldes d’été',
      'サマーセール',
      'Sommersalg',
      'Rebajas de verano',
    ],
  ],
  [
    'gift-cards',
    [
      'Give the outdoors',
      'Draußen verschenken',
      'Offrez le grand air',
      '自然を贈る',
      'Gi bort friluft',
      'Regala naturaleza',
    ],
  ],
] as const

export const banners: AssetSeed[] = headlines.flatMap(([slug, words], campaign) =>
  markets.map((language, market) => {
    const number = 50 + campaign * markets.length + market
    return shopAsset({
      number,
      path: `banners/${language}/${slug}-1920x640.webp`,
      format: 'image/webp',
      size: 310_400 + number * 911,
      metadata: {
        'dc:title': words[market] ?? slug,
        'dc:language': [language],
        'dc:subject': ['banner', slug],
        'cq:tags': [`fjordline:campaign/${slug}`],
        ...(market % 2 === 0 ? { 'Iptc4xmpCore:AltTextAccessibility': words[market] ?? slug } : {}),
      },
    })
  }),
)
