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
        input: { index: 'src/main/index.ts', 'keychain-process': 'src/main/keychain-process/index.ts' },
        output: {
          format: 'cjs',
          entryFileNames: '[name].js',
          chunkFileNames: '[name].js',
          // Without it the bundler's helpers can land in index.js, and the keychain process would load the whole program.
          strictExecutionOrder: true,
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
    plugins: [macros.vite(), messageCatalogues(), withoutWebFonts(), react()],
    css: {
      transformer: 'lightningcss',
      lightningcss: { targets: { chrome: chrome114 }, visitor: cssForChromium114 },
    },
    build: {
      target: chromeTarget,
      cssMinify: 'lightningcss',
      // Data URLs would need a hole in the Content-Security-Policy.
      assetsInlineLimit: 0,
      rollupOptions: { input: 'src/renderer/index.html' },
    },
  },
})
