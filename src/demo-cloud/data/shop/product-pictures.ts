import type { AssetSeed } from '../../aem/asset'
import { shopAsset } from './shop-asset'

/** Category, file name, name in the shop, what can be seen. */
export const products = [
  ['tents', 'fjord-2', 'Fjord 2', 'a two-person tent in moss green'],
  ['tents', 'fjord-4', 'Fjord 4', 'a family tent with an open porch'],
  ['tents', 'ridge-solo', 'Ridge Solo', 'a one-person tent on a rock'],
  ['tents', 'polar-dome', 'Polar Dome', 'a dome tent in deep snow'],
  ['sleeping-bags', 'ember-0', 'Ember 0°', 'a down sleeping bag, half open'],
  ['sleeping-bags', 'ember-15', 'Ember −15°', 'a winter sleeping bag in blue'],
  ['sleeping-bags', 'larch-junior', 'Larch Junior', 'a sleeping bag for children'],
  ['backpacks', 'granite-28', 'Granite 28', 'a day pack with a rain cover'],
  ['backpacks', 'granite-45', 'Granite 45', 'a trekking pack, side pockets full'],
  ['backpacks', 'tide-dry-30', 'Tide Dry 30', 'a waterproof roll-top pack'],
  ['jackets', 'skerry-shell', 'Skerry Shell', 'a rain jacket in signal orange'],
  ['jackets', 'skerry-down', 'Skerry Down', 'a down jacket with a hood'],
  ['jackets', 'moss-fleece', 'Moss Fleece', 'a fleece jacket, folded'],
  ['jackets', 'heather-vest', 'Heather Vest', 'a wool vest on a hanger'],
  ['boots', 'pebble-low', 'Pebble Low', 'a light hiking shoe from the side'],
  ['boots', 'pebble-mid', 'Pebble Mid', 'a hiking boot in wet grass'],
  ['boots', 'glacier-gtx', 'Glacier GTX', 'a mountaineering boot with crampon'],
  ['stoves', 'spark-one', 'Spark One', 'a gas stove with a small pot'],
  ['stoves', 'spark-duo', 'Spark Duo', 'a stove with two burners'],
  ['stoves', 'tinder-wood', 'Tinder Wood', 'a wood stove at night'],
  ['lights', 'lantern-300', 'Lantern 300', 'a lantern hanging in a tent'],
  ['lights', 'beam-head', 'Beam Head', 'a head lamp on a helmet'],
  ['water', 'spring-filter', 'Spring Filter', 'a water filter at a stream'],
  ['water', 'spring-bottle', 'Spring Bottle', 'a steel bottle with a dent'],
  ['water', 'canoe-explorer', 'Canoe Explorer', 'a red canoe on a lake at dawn'],
] as const

export const productPictures: AssetSeed[] = products.flatMap(([category, slug, name, seen], index) => [
  shopAsset({
    number: index * 2,
    path: `products/${category}/${slug}_studio.jpg`,
    format: 'image/jpeg',
    size: 2_480_100 + index * 31_337,
    metadata: {
      'dc:title': `${name}, studio`,
      'dc:description': `The product picture of ${name}: ${seen}.`,
      'dc:subject': [category, 'studio', 'white background'],
      'Iptc4xmpCore:AltTextAccessibility': index % 3 === 0 ? '' : `${name}: ${seen}`,
      'fjordline:productId': String(4_700 + index).padStart(6, '0'),
    },
  }),
  shopAsset({
    number: index * 2 + 1,
    path: `products/${category}/${slug} in use (${index + 1}).png`,
    format: 'image/png',
    size: 5_120_400 + index * 12_001,
    metadata: {
      'dc:title': `${name} in use`,
      'dc:description': `On the trail with ${name}: ${seen}.`,
      'dc:subject': [category, 'outdoor'],
      'fjordline:productId': String(4_700 + index).padStart(6, '0'),
    },
  }),
])
