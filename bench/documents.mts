const prefixes = ['dc', 'xmp', 'tiff', 'exif', 'photoshop', 'dam', 'xmpRights', 'fjord'] as const
const words = ['harbour', 'granite', 'lantern', 'ridge', 'ember', 'tide', 'larch'] as const
const fieldsPerPart = 20

function pick(choices: readonly string[], index: number): string {
  return choices[index % choices.length] ?? ''
}

/** Twenty fields as metadata has them: texts, numbers, a list, a structure. */
function part(index: number): [string, unknown][] {
  const prefix = pick(prefixes, index)
  function name(suffix: string): string {
    return `${prefix}:${suffix}${index}`
  }
  const texts = Array.from({ length: 9 }, (_, at): [string, unknown] => [
    name(`text${at}-`),
    `${pick(words, index + at)} ${pick(words, index * 3 + at)} ${index * 9 + at}`,
  ])
  return [
    ...texts,
    [name('width'), 1_000 + index],
    [name('height'), 800.5 + index],
    [name('size'), index * 4_096],
    [name('approved'), index % 2 === 0],
    [name('subject'), [0, 1, 2, 3].map((at) => pick(words, index + at))],
    [name('creator'), { name: `${pick(words, index)} ${index}` }],
  ]
}

/**
 * An answer of AEM about one asset whose metadata has that many fields, rounded to twenties: every property, and every
 * item of a list, counts as one. `title` stands in `dc:title`, the first of them.
 */
export function documentOf(title: string, fields: number): string {
  const parts = Array.from({ length: Math.round(fields / fieldsPerPart) }, (_, index) => part(index))
  return JSON.stringify({
    assetMetadata: Object.fromEntries([['dc:title', title], ...parts.flat().slice(1)]),
    repositoryMetadata: { 'repo:name': `${title}.jpg`, 'repo:path': `/content/dam/bench/${title}.jpg` },
  })
}
