// @ts-check
const { rm } = require('node:fs/promises')
const path = require('node:path')

/**
 * Installers for the three platforms, as docs/packaging.md tells them. `npm run package` adds what depends on the Electron at
 * hand.
 * @satisfies {import('electron-builder').Configuration}
 */
const configuration = {
  appId: 'io.github.asset-inspector-for-aem',
  productName: 'Asset Inspector for AEM',
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
  // scripts/package-configuration.mjs sets it: nothing is uploaded, only the address is written into the package.
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
  protocols: [{ name: 'Asset Inspector for AEM', schemes: ['asset-inspector'] }],
  // The deb is made by scripts/build-deb.mjs: electron-builder's own needs a tool that it downloads.
  linux: {
    target: ['AppImage'],
    executableName: 'asset-inspector-for-aem',
    icon: 'build/icons',
    category: 'Development',
    synopsis: 'Prove AEM credentials and read asset metadata',
    maintainer: 'Asset Inspector for AEM contributors',
    desktop: { entry: { Keywords: 'AEM;Adobe Experience Manager;assets;metadata;OAuth;credentials;' } },
  },
  mac: {
    target: [
      { target: 'dmg', arch: ['universal'] },
      // Squirrel, which installs updates on macOS, takes no dmg.
      { target: 'zip', arch: ['universal'] },
    ],
    category: 'public.app-category.developer-tools',
    // Of Electron 44 and later.
    minimumSystemVersion: '13.0',
    hardenedRuntime: true,
    gatekeeperAssess: false,
    entitlements: 'build/entitlements.mac.plist',
    entitlementsInherit: 'build/entitlements.mac.plist',
    // Both halves of a universal program have to hold the same files, so both carry both of keytar's binaries.
    files: ['node_modules/keytar/prebuilds/darwin-*/**'],
    x64ArchFiles: 'Contents/Resources/app.asar.unpacked/node_modules/keytar/prebuilds/*/keytar.node',
  },
  win: { target: ['nsis'], executableName: 'asset-inspector-for-aem' },
  // For the user alone unless an administrator installs it, and without a question that most could not answer.
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
