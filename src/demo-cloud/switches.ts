import { anyNumber, choice, flag, orderOf, type Switch, someOf, textOrNone } from './switch'

/** Stations that a call passes in AEM, whatever their order. */
export const gates = ['token', 'api-key', 'scopes', 'allow-list', 'rights'] as const
export type Gate = (typeof gates)[number]

/** How a change names the title: `/dc:title`, `/assetMetadata/dc:title` or `dc:title`. */
export const patchPathForms = ['pointer', 'asset-metadata', 'bare'] as const
export type PatchPathForm = (typeof patchPathForms)[number]

/**
 * Behaviour of Adobe's cloud that no public source settles. Each switch stands at the likeliest reading; tests and
 * curious users turn it to see that a client copes with the others. Marks of the sources: [A] Adobe's own docs or code,
 * [B] third party or a single observation, [I] inference.
 */
export const switchTable = {
  tokenLifeMs: anyNumber(86_400_000, {
    meaning: 'Milliseconds that an access token lives.',
    source: 'adobe-dev-console, ServerToServerAuthentication/ims.md: 24 hours [A]',
  }),
  invalidClientStatus: choice([400, 401], 400, {
    meaning: 'HTTP status of invalid_client.',
    source: "400 in Adobe's client code, 401 in the older JWT guide [A]",
  }),
  scopeSeparators: choice(['comma', 'comma-or-space'], 'comma', {
    meaning: 'What separates the scopes of a token request.',
    source:
      "Commas in adobe-dev-console's S2S guide; spaces too in its guide of the authorize endpoint [A]; both here [I]",
  }),
  gateOrder: orderOf(gates, {
    meaning: 'The order in which AEM checks a call; the first refusal is the answer.',
    source: 'Scopes were refused before the allow-list in one public client [B]; the rest of the order [I]',
  }),
  apiKeyCheck: choice(['must-match', 'must-be-there', 'ignored'], 'must-match', {
    meaning: "Whether X-Api-Key has to be the token's client ID.",
    source: 'One client saw 403003 on metadata for another key, and none on search [B]',
  }),
  requireExperimentalHeader: flag(false, {
    meaning: 'Whether X-Adobe-Accept-Experimental: 1 is required.',
    source: 'Required in the 2024.11 experimental Author API, not listed in later ones [A]',
  }),
  requestIdHeader: textOrNone('x-request-id', {
    meaning: "Response header that repeats the body's requestId.",
    source: 'The member was seen in 404 bodies [B], the header in no source [I]',
  }),
  problemTypeScheme: choice(['https', 'http'], 'https', {
    meaning: "Scheme of a problem's type URI.",
    source: 'https in captured answers [B], http in the tests of aio-cli-plugin-aem-rde [A]',
  }),
  notFoundText: choice(['specific', 'constant', 'none'], 'specific', {
    meaning:
      'Detail of a 404: a sentence of its own for each cause, one sentence for all of them, or no detail.',
    source:
      '"No RequestProcessor…" was captured [B]; a default message came with release 27550, AEMARCH-328 [A], its text and reach are guesses [I]',
  }),
  unreadableStatus: choice([403, 404], 403, {
    meaning: 'Answer to a read without the right to: refused, or as if the asset did not exist.',
    source: 'JCR hides what a session may not read [I]',
  }),
  nonFilesHaveMetadata: flag(false, {
    meaning: 'Whether fragments and folders answer on /adobe/assets/{id}/metadata.',
    source:
      'Left out since release 27550, ASSETS-75096 [A]; their envelopes before: Metadata Schemas guide [A]',
  }),
  idChangesWithBinary: flag(false, {
    meaning: 'Whether an asset whose binary was replaced has a new ID, so that the known one answers 404.',
    source: 'Fixed by ASSETS-52795 in release 27550 and again in 28702 [A]: older releases do it',
  }),
  assetsOutsideAdobe: flag(false, {
    meaning:
      "Whether /assets/{id}/… answers like /adobe/assets/{id}/…: what URL parsers make of the tutorial's path.",
    source:
      "The tutorial's /adobe/../assets/ is a documentation error; that AEM might answer it is a guess [I]",
  }),
  missingIfMatchStatus: choice([428, 400, null], 428, {
    meaning: 'Answer to a PATCH without If-Match; none: it is let through.',
    source: '428 in one reading of the schema [B], RFC 6585',
  }),
  staleIfMatchStatus: choice([412, 409], 412, {
    meaning: 'Answer to a PATCH whose If-Match is stale.',
    source: '412 in the guide [A]; 409 with the same recovery in one reading of the schema [B]',
  }),
  rightsBeforePrecondition: flag(true, {
    meaning: 'Whether a read-only account sees 403 before If-Match is compared.',
    source: 'No source [I]',
  }),
  patchPaths: someOf(patchPathForms, ['pointer', 'asset-metadata'], {
    meaning: 'Path forms of PATCH: /dc:title, /assetMetadata/dc:title, dc:title.',
    source:
      'The first two in the Metadata Schemas guide, the bare one in the tutorial and the PIM tutorial [A]; ASSETS-77434: on some releases one of them fails [I]',
  }),
  patchedStatus: choice([200, 204], 200, {
    meaning: 'Status of a PATCH that was applied.',
    source: 'Adobe says 2xx [A]; both were seen handled [B]',
  }),
  unpatchableStatus: choice([422, 400], 422, {
    meaning:
      'Answer to a patch that cannot be applied: a missing path, a failed test, a form that is not taken.',
    source: "Codes of AEM's sibling specifications [I]",
  }),
  patchProblemNames: choice(['sentence', 'path', 'index', 'errors', 'nothing'], 'sentence', {
    meaning:
      'How a refused patch names the operation at fault: in the sentence of detail, as a member path or index, in errors with a pointer, or not at all.',
    source:
      "AEM's problems have type, title, status and detail [A]; errors with a pointer: RFC 9457; which of them the metadata API has [I]",
  }),
  computedFieldsReadOnly: flag(false, {
    meaning: 'Whether dam:sha1, dam:size, tiff:ImageWidth and tiff:ImageLength are read-only.',
    source:
      'A read-only path fails the whole patch, Metadata Schemas guide [A]; which fields the default schema has so [I]',
  }),
  writesBesides: flag(false, {
    meaning: 'Whether AEM changes a field of its own with every change: xmp:MetadataDate.',
    source: 'Workflows and the metadata writeback of AEM do [I]',
  }),
  readsBehind: anyNumber(0, {
    meaning: 'How many reads after a change still answer with what was before.',
    source: 'Reads may be served by another instance of the cluster [I]',
  }),
  deleteAnswer: choice(['job', 'no-content'], 'job', {
    meaning: 'Answer to a DELETE: 202 with a job to poll, or 204.',
    source: 'The Author API 2025.04 lists both [A]',
  }),
  slingJsonForTechnicalAccounts: flag(false, {
    meaning: 'Whether /content/dam/….json takes server-to-server tokens.',
    source: '403 in threads 250286 and 250291 [B]; said to work in another source [B]',
  }),
  search: flag(true, {
    meaning: 'Whether the release has POST /adobe/assets/search; otherwise it answers 404.',
    source: 'Author has it since release 26908 [A]; environments differ in their release for long [I]',
  }),
  searchAnswer: choice(['hits.results', 'items', 'hits', 'results', 'found'], 'hits.results', {
    meaning: 'Where the answer of a search holds its hits; found is a member that nobody has described.',
    source: 'hits.results in one client, items, hits or results in another [B]',
  }),
  searchByPath: choice(['whole-path', 'prefix', 'nothing'], 'whole-path', {
    meaning: 'What startsWith on repo:path finds.',
    source: 'Only the asset of a whole path was found, and nothing below the path of a folder [B]',
  }),
  searchFilters: flag(true, {
    meaning: 'Whether an index answers term and range; otherwise a search with one is answered 400.',
    source:
      'Unindexed searches are refused since release 27550, ASSETS-70312 [A]; which ones is not documented [I]',
  }),
  searchTotal: choice(['eq', 'gte', 'none'], 'eq', {
    meaning: 'Whether the total count of a search is exact up to 10,000, a lower bound, or left out.',
    source: 'Both relations in one client [B]',
  }),
  searchBusyPage: anyNumber(0, {
    meaning: 'Page of a search that is answered 429 the first time; 0: none.',
    source: '',
  }),
  searchCursorPages: anyNumber(0, {
    meaning: 'Pages after which the cursor of a search is not valid any more; 0: it always is.',
    source: 'No source says how long a cursor lives [I]',
  }),
  searchChangesBetweenPages: flag(false, {
    meaning: 'Whether the first asset of the next page changes after each page, and so moves to the front.',
    source: '',
  }),
  madeAssets: anyNumber(0, {
    meaning: 'How many made assets there are besides the written ones, such as 100000.',
    source: '',
  }),
  slowStepMs: anyNumber(300, {
    meaning: 'Milliseconds between the ten steps of the slow asset.',
    source: '',
  }),
  dripMs: anyNumber(1000, { meaning: 'Milliseconds between the bytes of the dripping asset.', source: '' }),
  bombBytes: anyNumber(200 * 1024 * 1024, {
    meaning: 'Decompressed size in bytes of the gzip bomb.',
    source: '',
  }),
} as const satisfies Record<string, Switch<unknown>>

export type SwitchName = keyof typeof switchTable

export type Switches = {
  [Name in SwitchName]: (typeof switchTable)[Name] extends Switch<infer Value> ? Value : never
}

export const switchNames = Object.keys(switchTable) as SwitchName[]

/** All switches at their usual position, but for those that are turned. */
export function setSwitches(turned: Partial<Switches>): Switches {
  const usual = Object.fromEntries(switchNames.map((name) => [name, switchTable[name].usual]))
  return { ...(usual as Switches), ...turned }
}
