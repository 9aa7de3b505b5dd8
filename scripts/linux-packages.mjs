// @ts-check

/**
 * What a missing thing is called by Debian and Ubuntu: the first name that the machine's package lists offer is taken, for
 * Debian 13 and Ubuntu 24.04 renamed libraries (`libgtk-3-0t64`) in their change to 64-bit time.
 * @typedef {{ thing: string, packages: readonly string[] }} Missing
 */

/** Programs, and the packages that bring them. @type {Record<string, readonly string[]>} */
const packagesOfPrograms = {
  'xvfb-run': ['xvfb'],
  xauth: ['xauth'],
  'dbus-run-session': ['dbus'],
  'dbus-update-activation-environment': ['dbus'],
  'dbus-send': ['dbus-bin', 'dbus'],
  'dbus-daemon': ['dbus-daemon', 'dbus'],
  gdbus: ['libglib2.0-bin'],
  certutil: ['libnss3-tools'],
  openssl: ['openssl'],
  curl: ['curl'],
  tinyproxy: ['tinyproxy'],
  'gnome-keyring-daemon': ['gnome-keyring'],
  'secret-tool': ['libsecret-tools'],
  xdotool: ['xdotool'],
  chromium: ['chromium'],
  weston: ['weston'],
  'fc-list': ['fontconfig'],
  fakeroot: ['fakeroot'],
  'dpkg-deb': ['dpkg'],
  'desktop-file-validate': ['desktop-file-utils'],
  appstreamcli: ['appstream'],
  'xdg-mime': ['xdg-utils'],
}

/** Libraries whose package is not named after them. @type {Record<string, string>} */
const packagesOfLibraries = {
  'libatk-1.0.so.0': 'libatk1.0-0',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libatspi.so.0': 'libatspi2.0-0',
  'libgdk-3.so.0': 'libgtk-3-0',
  'libgio-2.0.so.0': 'libglib2.0-0',
  'libglib-2.0.so.0': 'libglib2.0-0',
  'libgobject-2.0.so.0': 'libglib2.0-0',
  'libnssutil3.so': 'libnss3',
  'libplc4.so': 'libnspr4',
  'libplds4.so': 'libnspr4',
  'libsmime3.so': 'libnss3',
}

/** Fonts for the scripts that metadata comes in, by a query that `fc-list` answers with nothing where they are missing. */
export const fontsForTests = [
  { thing: 'a font with Greek letters', query: ':lang=el', packages: ['fonts-noto-core'] },
  { thing: 'a font with Arabic letters', query: ':lang=ar', packages: ['fonts-noto-core'] },
  { thing: 'a font with Japanese characters', query: ':lang=ja', packages: ['fonts-noto-cjk'] },
  { thing: 'a font with emoji', query: ':charset=1f600', packages: ['fonts-noto-color-emoji'] },
]

/**
 * To open the app for a person, to test it, to test its window in Chromium or on Wayland, to test the packaged one, or to make
 * and install the .deb as well.
 * @typedef {'run' | 'test' | 'chromium' | 'wayland' | 'smoke' | 'deb'} Purpose
 */

/**
 * The programs that a purpose needs on a Linux machine.
 * @param {Purpose} purpose
 * @param {{ screen: boolean, sessionBus: boolean }} machine
 */
export function programsFor(purpose, { screen, sessionBus }) {
  const virtualScreen = ['xvfb-run', 'xauth']
  const keyring = [
    'dbus-run-session',
    'dbus-update-activation-environment',
    'dbus-send',
    'gnome-keyring-daemon',
  ]
  if (purpose === 'test') {
    const partners = ['secret-tool', 'gdbus', 'dbus-daemon', 'certutil', 'openssl', 'curl', 'tinyproxy']
    return [...virtualScreen, ...keyring, ...partners, 'fc-list']
  }
  if (purpose === 'chromium') return keyring
  if (purpose === 'wayland') return [...keyring, 'weston']
  const smoke = [...virtualScreen, ...keyring, 'secret-tool', 'xdotool']
  if (purpose === 'smoke') return smoke
  if (purpose === 'deb') {
    return [...smoke, 'fakeroot', 'dpkg-deb', 'desktop-file-validate', 'appstreamcli', 'xdg-mime']
  }
  if (screen) return sessionBus ? [] : keyring
  return [...virtualScreen, ...keyring]
}

/** @param {string} program @returns {Missing} */
export function missingProgram(program) {
  return { thing: program, packages: packagesOfPrograms[program] ?? [] }
}

/** @param {string} soname @returns {Missing} */
export function missingLibrary(soname) {
  const name = packagesOfLibraries[soname] ?? libraryPackage(soname)
  return { thing: soname, packages: name ? [name, `${name}t64`] : [] }
}

/**
 * Debian Policy 8.1: a library's package is named after its soname, with a hyphen where the name ends in a digit.
 * @param {string} soname
 */
function libraryPackage(soname) {
  const parts = /^(?<name>[^/]+)\.so(?:\.(?<version>\d+))?$/.exec(soname)?.groups
  if (!parts?.name) return undefined
  const { name, version = '' } = parts
  const hyphen = version && /\d$/.test(name) ? '-' : ''
  return `${name}${hyphen}${version}`.toLowerCase().replaceAll('_', '-')
}

/** The libraries that `ldd` could not find. @param {string} lddOutput */
export function librariesNotFound(lddOutput) {
  const lines = lddOutput.matchAll(/^\s*(\S+) => not found$/gm)
  return [...new Set([...lines].map(([, soname]) => soname ?? ''))]
}

/**
 * The libraries of a list that the dynamic linker's cache lacks, by the answer of `ldconfig -p`; none without an answer.
 * @param {readonly string[]} sonames
 * @param {string | undefined} cache
 */
export function librariesNotCached(sonames, cache) {
  if (cache === undefined) return []
  const known = new Set([...cache.matchAll(/^\s+(\S+) \(/gm)].map(([, soname]) => soname))
  return sonames.filter((soname) => !known.has(soname))
}

/** The packages that can be installed, by the answer of `LC_ALL=C apt-cache policy`. @param {string} policy */
export function installablePackages(policy) {
  const entries = policy.matchAll(/^(\S+):\n(?: {2}.*\n)*? {2}Candidate: (?!\(none\))\S/gm)
  return new Set([...entries].map(([, name]) => name ?? ''))
}

/**
 * One package for each missing thing, and the things for which the lists offer none.
 * @param {readonly Missing[]} missing
 * @param {ReadonlySet<string>} installable
 */
export function choosePackages(missing, installable) {
  /** @type {Set<string>} */
  const packages = new Set()
  /** @type {string[]} */
  const unknown = []
  for (const { thing, packages: candidates } of missing) {
    const name = candidates.find((candidate) => installable.has(candidate))
    if (name) packages.add(name)
    else unknown.push(thing)
  }
  return { packages: [...packages].sort(), unknown }
}
