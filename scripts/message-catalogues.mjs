// @ts-check
import { compileStrings } from '@internationalized/string-compiler'

/**
 * Turns `messages/<locale>.json` (ICU MessageFormat) into a module of strings and functions while bundling.
 *
 * The window's Content-Security-Policy forbids compiling messages at run time.
 * @returns {import('vite').Plugin}
 */
export function messageCatalogues() {
  return {
    name: 'message-catalogues',
    enforce: 'pre',
    transform: {
      filter: { id: /\/messages\/[\w-]+\.json$/ },
      handler: (text) => ({
        code: compileStrings(JSON.parse(text)).replace('module.exports =', 'export default'),
        moduleType: 'js',
        map: null,
      }),
    },
  }
}
