/** The rooms of the window from the top: each uses only what stands below it. */
const windowRooms = ['shell', 'pages', 'features', 'model', 'components', 'language', 'desktop']

/** The rooms of the program and the doors between them. */
function only(name, comment, from, allowed) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path: from },
    to: { path: '^src/', pathNot: allowed },
  }
}

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    only('shared-knows-nobody', 'The contract imports nothing of ours.', '^src/shared/', '^src/shared/'),
    only(
      'preload-is-the-bridge',
      'The bridge knows the contract alone.',
      '^src/preload/',
      '^src/(preload|shared)/',
    ),
    only(
      'renderer-knows-the-contract',
      'The window reaches everything else by the bridge.',
      '^src/renderer/',
      '^src/(renderer|shared|words)/',
    ),
    only(
      'words-know-the-contract',
      'What the window says and what a check without a window says is the same.',
      '^src/words/',
      '^src/(words|shared)/',
    ),
    only(
      'demo-cloud-stands-alone',
      'A stand-in that shared our code would agree with our client by construction.',
      '^src/demo-cloud/',
      '^src/demo-cloud/',
    ),
    only(
      'main-does-not-know-the-window',
      'Main serves the bridge.',
      '^src/main/',
      '^src/(main|shared|words|demo-cloud)/',
    ),
    {
      name: 'demo-cloud-has-one-door',
      severity: 'error',
      from: { path: '^src/main/', pathNot: '^src/main/connections/demo-connections\\.ts$' },
      to: { path: '^src/demo-cloud/' },
    },
    {
      name: 'keytar-has-one-home',
      severity: 'error',
      from: { pathNot: '^src/main/keychain/keychain-process\\.ts$' },
      to: { path: 'node_modules/(@github/)?keytar', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'electron-has-its-places',
      comment: 'Everything else runs in tests against real servers and files, without a window.',
      severity: 'error',
      from: {
        path: '^src/main/',
        pathNot:
          '^src/main/((index|compose|services|open-connections|ipc)\\.ts$|program/|calls/electron-|check/electron-|self-check/electron-|updates/electron-|(keychain/keychain-worker|exports/write-in-own-process)\\.ts$|files/(file-dialogs|open-folder)\\.ts$)',
      },
      to: { path: 'node_modules/electron/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'handlers-serve-the-composition',
      comment: 'A handler parses what the window sent; nothing else of the program has that to parse.',
      severity: 'error',
      from: { path: '^src/main/', pathNot: '^src/main/compose\\.ts$' },
      to: { path: '-handlers\\.ts$' },
    },
    {
      name: 'rooms-have-an-order',
      comment: 'What one room uses never uses that room.',
      severity: 'error',
      scope: 'folder',
      from: { path: '^src/(main|renderer)/' },
      to: { circular: true },
    },
    ...windowRooms.map((room, index) => ({
      name: `${room}-use-what-stands-below`,
      comment: 'The shell opens pages, pages compose features, and features share what stands below them.',
      severity: 'error',
      from: { path: `^src/renderer/${room}/` },
      to: { path: '^src/renderer/', pathNot: `^src/renderer/(${windowRooms.slice(index).join('|')})/` },
    })),
    {
      name: 'pages-stand-apart',
      comment: 'Each page is one place to look.',
      severity: 'error',
      from: { path: '^src/renderer/pages/([^/]+)/' },
      to: { path: '^src/renderer/pages/', pathNot: '^src/renderer/pages/$1/' },
    },
    {
      name: 'features-stand-apart',
      comment: 'A page composes features; what several of them need stands below them.',
      severity: 'error',
      from: { path: '^src/renderer/features/([^/]+)/' },
      to: { path: '^src/renderer/features/', pathNot: '^src/renderer/features/$1/' },
    },
    {
      name: 'window-does-not-know-node',
      severity: 'error',
      from: { path: '^src/(renderer|shared|words)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\?' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
}
