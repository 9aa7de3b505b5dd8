// @ts-check
import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Installer } from 'electron-installer-debian'
import { projectFolder } from './electron-runtime.mjs'
import { programHomepage } from './package-configuration.mjs'

const parts = path.join(projectFolder, 'build/linux')
const icons = path.join(projectFolder, 'build/icons')

/** The name of Debian for a processor. @type {Partial<Record<string, string>>} */
const architectures = { x64: 'amd64', arm64: 'arm64' }

class DebianPackage extends Installer {
  /** @override */
  get contentFunctions() {
    return [...super.contentFunctions.filter((name) => name !== 'createOverrides'), 'createMetainfo']
  }

  /** In place of Electron's own license, which stays beside the program. */
  createCopyright() {
    const folder = path.join(this.stagingDir, 'usr/share/doc/asset-inspector-for-aem')
    mkdirSync(folder, { recursive: true })
    copyFileSync(path.join(parts, 'copyright'), path.join(folder, 'copyright'))
  }

  /** What software centers show (AppStream, "Desktop Applications"). */
  createMetainfo() {
    const name = 'io.github.asset_inspector_for_aem.metainfo.xml'
    return this.createTemplatedFile(
      path.join(parts, 'asset-inspector-for-aem.metainfo.xml'),
      path.join(this.stagingDir, 'usr/share/metainfo', name),
      0o644,
    )
  }
}

/**
 * Makes a package for Debian and Ubuntu of the unpacked program, with dpkg and fakeroot alone, and returns its path.
 * @param {{ folder: string, version: string, electronVersion: string, output: string, fast?: boolean }} made `fast` leaves it
 * large
 */
export async function buildDeb({ folder, version, electronVersion, output, fast = false }) {
  // By which the library knows what this Electron depends on; electron-builder takes it away.
  writeFileSync(path.join(folder, 'version'), electronVersion)
  const installer = new DebianPackage({
    src: folder,
    dest: output,
    rename: (destination) => path.join(destination, '<%= name %>_<%= version %>_<%= arch %>.deb'),
    logger: () => undefined,
    name: 'asset-inspector-for-aem',
    productName: 'Asset Inspector for AEM',
    bin: 'asset-inspector-for-aem',
    arch: architectures[process.arch] ?? process.arch,
    version: debianVersion(version),
    revision: '',
    releaseDate: new Date().toISOString().slice(0, 10),
    homepage: programHomepage,
    section: 'devel',
    description: 'Prove AEM credentials and read asset metadata',
    productDescription: `Keeps Adobe OAuth Server-to-Server credentials in the keychain,
proves that they work before an integration goes live, and shows the
metadata of an asset exactly as AEM as a Cloud Service holds it.`,
    maintainer: 'Asset Inspector for AEM contributors <contributors@asset-inspector.example>',
    depends: ['libc6', 'libsecret-1-0', 'hicolor-icon-theme'],
    recommends: ['gnome-keyring | org.freedesktop.secrets'],
    icon: iconsBySize(),
    desktopTemplate: path.join(parts, 'asset-inspector-for-aem.desktop'),
    ...(fast && { compression: 'none' }),
  })
  await installer.generateDefaults()
  installer.generateOptions()
  await installer.createStagingDir()
  await installer.createContents()
  await installer.createPackage()
  await installer.movePackage()
  const [file] = installer.options.packagePaths
  if (!file) throw new Error('dpkg-deb made no package.')
  return file
}

/**
 * A version as Debian orders it: one before a release sorts before that release by its tilde (Debian Policy 5.6.12).
 * @param {string} version as npm writes it
 */
export function debianVersion(version) {
  const [release, ...before] = version.split('-')
  return before.length > 0 ? `${release}~${before.join('.')}` : version
}

/** Of the hicolor theme, by its folders: sizes as PNG, `scalable` as SVG. */
function iconsBySize() {
  const bySize = readdirSync(icons).map((name) => [path.parse(name).name, path.join(icons, name)])
  return Object.fromEntries([...bySize, ['scalable', path.join(projectFolder, 'build/icon.svg')]])
}
