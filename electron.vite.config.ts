import optimizeLocales from '@react-aria/optimize-locales-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import macros from 'unplugin-parcel-macros'
import { cssForChromium114 } from './scripts/css-for-chromium-114.mjs'
import { messageCatalogues } from './scripts/message-catalogues.mjs'
import { withoutWebFonts } from './scripts/without-web-fonts.mjs'

/** The oldest Electron that the program runs on is 25: Node 18, Chromium 114. */
const nodeTarget = 'node18'
const chromeTarget = 'chrome114'
const chrome114 = 114 << 16

export default defineConfig({
  main: {
    plugins: [messageCatalogues()],
    build: {
      target: nodeTarget,
      externalizeDeps: { include: ['keytar'] },
      rollupOptions: {
        input: {
          index: 'src/main/index.ts',
          'keychain-process': 'src/main/keychain/keychain-process.ts',
          'export-process': 'src/main/exports/export-process.ts',
        },
        output: {
          format: 'cjs',
          entryFileNames: '[name].js',
          chunkFileNames: '[name].js',
          // Without it the bundler's helpers can land in index.js, and the keychain process would load the whole program.
          strictExecutionOrder: true,
          // Shared by two parts that few starts need, it would land in one that every start reads.
          codeSplitting: { groups: [{ name: 'yaml', test: /node_modules[\\/]yaml[\\/]/ }] },
        },
      },
    },
  },
  preload: {
    build: {
      target: nodeTarget,
      externalizeDeps: false,
      rollupOptions: {
        input: { index: 'src/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].js' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    base: './',
    // Style macros of Spectrum run before React's own transform.
    plugins: [
      macros.vite(),
      messageCatalogues(),
      // Spectrum's own words come in the languages of our catalogues: a window in two languages helps nobody.
      optimizeLocales.vite({ locales: ['en-US', 'de-DE', 'fr-FR', 'ja-JP'] }),
      withoutWebFonts(),
      react(),
    ],
    css: {
      transformer: 'lightningcss',
      lightningcss: { targets: { chrome: chrome114 }, visitor: cssForChromium114 },
    },
    build: {
      target: chromeTarget,
      // The time to read the script is part of every start.
      minify: true,
      cssMinify: 'lightningcss',
      // Some 90 kB in all: one file keeps the order of the rules, and the parts of the window come without a style of their own.
      cssCodeSplit: false,
      // Data URLs would need a hole in the Content-Security-Policy.
      assetsInlineLimit: 0,
      rollupOptions: {
        input: 'src/renderer/index.html',
        // What the first screen needs comes as one file; every other part of the window as it is first shown.
        output: { codeSplitting: { groups: [{ name: 'first-screen', tags: ['$initial'] }] } },
      },
    },
  },
})
