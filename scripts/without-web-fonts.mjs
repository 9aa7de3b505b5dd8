// @ts-check

/**
 * Takes the loader of Adobe's web fonts out of Spectrum while bundling: its font faces, preloads and scripts all point to
 * a server on the internet, and the window may ask for nothing from the network.
 *
 * @returns {import('vite').Plugin}
 */
export function withoutWebFonts() {
  return {
    name: 'without-web-fonts',
    enforce: 'pre',
    transform: {
      filter: { id: /\/@react-spectrum\/s2\/dist\/private\/(Fonts\.mjs|font-faces\.css)$/ },
      handler: (code, id) => {
        if (id.endsWith('.css')) return { code: '', map: null }
        const component = /export \{\S+ as Fonts\}/.test(code)
        if (!component) throw new Error(`${id} no longer exports the component Fonts.`)
        return { code: 'export const Fonts = () => null', map: null }
      },
    },
  }
}
