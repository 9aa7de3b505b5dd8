// @ts-check
import path from 'node:path'
import { compileStrings } from '@internationalized/string-compiler'

const root = path.dirname(import.meta.dirname)

/**
 * Turns `messages/<locale>.json` (ICU MessageFormat) into a module of strings and functions while bundling.
 *
 * The window's Content-Security-Policy forbids compiling messages at run time. Each catalogue carries the name of its folder,
 * by which `src/words/language/say-in.ts` finds the catalogue of another language for an English one.
 * @returns {import('vite').Plugin}
 */
export function messageCatalogues() {
  return {
    name: 'message-catalogues',
    enforce: 'pre',
    transform: {
      filter: { id: /\/messages\/[\w-]+\.json$/ },
      handler: (text, id) => ({
        code: `${compileStrings(JSON.parse(text)).replace('module.exports =', 'const catalogue =')}
export default Object.defineProperty(catalogue, Symbol.for('catalogue-folder'), { value: ${JSON.stringify(folderOf(id))} })`,
        moduleType: 'js',
        map: null,
      }),
    },
  }
}

/**
 * The same on every system.
 * @param {string} id
 */
function folderOf(id) {
  return path
    .relative(root, path.dirname(path.dirname(id)))
    .split(path.sep)
    .join('/')
}
