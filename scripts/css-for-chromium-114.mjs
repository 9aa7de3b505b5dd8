// @ts-check

/** @typedef {import('lightningcss').TokenOrValue} TokenOrValue */

/**
 * Lowers what Spectrum's style sheets use and Chromium 114 (Electron 25) does not know: `round()`, `pow()`, colors
 * derived from the background's lightness, and subgrids. Without it text has one size, corners are square, quiet buttons
 * are invisible, and radio buttons stand above their labels.
 *
 * @type {import('lightningcss').Visitor<import('lightningcss').CustomAtRules>}
 */
export const cssForChromium114 = {
  Declaration: {
    'grid-template-columns': (declaration) =>
      isSubgrid(declaration) ? [...columnsOfControlAndLabel, declaration] : undefined,
  },
  Function: {
    pow: (call) => {
      const [base, exponent] = numbersIn(call.arguments)
      if (base === undefined || exponent === undefined) return undefined
      return { raw: String(wholePixels(base ** exponent)) }
    },
    round: (call) => {
      const lastComma = call.arguments.findLastIndex(isComma)
      return {
        type: 'function',
        value: { name: 'calc', arguments: call.arguments.slice(0, lastComma).map(returnable) },
      }
    },
    lch: (call) => {
      const first = call.arguments[0]
      if (first?.type !== 'token' || first.value.type !== 'ident' || first.value.value !== 'from')
        return undefined
      // The text color that stands out from the background, with an opacity as the last number.
      const opacity = numbersIn(call.arguments).at(-1) ?? 1
      return { raw: `light-dark(rgb(0 0 0 / ${opacity}), rgb(255 255 255 / ${opacity}))` }
    },
  },
}

/** Lightning CSS does not take back the nulls that it gives for absent members. @param {TokenOrValue} part @returns {TokenOrValue} */
function returnable(part) {
  return JSON.parse(JSON.stringify(part, (_, value) => value ?? undefined))
}

/** @param {import('lightningcss').Declaration} declaration */
function isSubgrid(declaration) {
  return (
    declaration.property === 'unparsed' &&
    declaration.value.value.some(
      ({ type, value }) => type === 'token' && value.type === 'ident' && value.value === 'subgrid',
    )
  )
}

/** Overruled by the subgrid itself where there is one. @type {import('lightningcss').ReturnedDeclaration[]} */
const columnsOfControlAndLabel = [
  { property: 'grid-template-columns', raw: 'max-content 1fr' },
  { property: 'column-gap', raw: 'inherit' },
]

/** Font sizes are this scale times 14 px: rounding it here is the rounding that `round()` would have done. */
function wholePixels(/** @type {number} */ scale) {
  return Number((Math.round(scale * 14) / 14).toFixed(5))
}

/** @param {TokenOrValue} part */
function isComma(part) {
  return part.type === 'token' && part.value.type === 'comma'
}

/** @param {readonly TokenOrValue[]} parts */
function numbersIn(parts) {
  return parts.flatMap((part) =>
    part.type === 'token' && part.value.type === 'number' ? [Number(part.value.value.toFixed(5))] : [],
  )
}
