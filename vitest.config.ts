import react from '@vitejs/plugin-react'
import macros from 'unplugin-parcel-macros'
import { defineConfig } from 'vitest/config'
import { messageCatalogues } from './scripts/message-catalogues.mjs'
import { withoutWebFonts } from './scripts/without-web-fonts.mjs'

export default defineConfig({
  // The same as for the window in electron.vite.config.ts: what the tests see is what is shipped.
  plugins: [macros.vite(), messageCatalogues(), withoutWebFonts(), react()],
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**'],
    // Spectrum imports style sheets, which Node itself cannot load.
    server: { deps: { inline: [/@react-spectrum\/s2/] } },
    restoreMocks: true,
    // Ten thousand runs of a property, on a machine that does other things as well.
    testTimeout: 60_000,
  },
})
