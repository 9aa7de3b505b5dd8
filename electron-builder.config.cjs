// @ts-check
const { rm } = require('node:fs/promises')
const path = require('node:path')

/**
 * Installers for the three platforms. `npm run package` adds what depends on the Electron at hand.
 * @satisfies {import('electron-builder').Configuration}
 */
const configuration = {
  appId: 'io.github.asset-inspector-for-aem',
  productName: 'Asset Inspector for AEM',
  executableName: 'asset-inspector-for-aem',
  directories: { output: 'dist', buildResources: 'build' },
  files: [
    'out/**',
    'package.json',
    // keytar carries a binary for thirteen platforms: only this one's goes along, and none of its sources.
    '!node_modules/keytar/{build,prebuilds,script,src}/**',
    '!node_modules/keytar/binding.gyp',
    '!node_modules/node-addon-api/**',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills these in.
    'node_modules/keytar/prebuilds/${platform}-${arch}/**',
  ],
  asar: true,
  // The system loads a native library only from a real file.
  asarUnpack: ['**/*.node'],
  afterPack: removeDefaultApp,
  // keytar's binary speaks N-API: it fits every Electron as it is.
  npmRebuild: false,
  publish: null,
  electronFuses: {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    onlyLoadAppFromAsar: true,
    // Electron checks the archive on macOS and Windows; on Linux this has no effect.
    enableEmbeddedAsarIntegrityValidation: true,
    // Session storage holds no cookie; encrypting them would only ask for another entry in the keychain.
    enableCookieEncryption: false,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
    resetAdHocDarwinSignature: true,
  },
  linux: {
    target: ['deb', 'AppImage'],
    category: 'Development',
    synopsis: 'Prove AEM credentials and read asset metadata',
    maintainer: 'Asset Inspector for AEM contributors',
  },
  mac: {
    target: ['dmg'],
    category: 'public.app-category.developer-tools',
    hardenedRuntime: true,
    gatekeeperAssess: false,
    entitlements: 'build/entitlements.mac.plist',
    entitlementsInherit: 'build/entitlements.mac.plist',
  },
  win: { target: ['nsis'] },
  nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
}

/**
 * What Electron shows when it is started without an app has no place in a packaged one.
 * @param {import('electron-builder').AfterPackContext} context
 */
async function removeDefaultApp({ appOutDir, packager }) {
  await rm(path.join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true })
}

module.exports = configuration
