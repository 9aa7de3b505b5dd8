import * as v from 'valibot'
import { environments } from '../../shared/connections'
import { type SessionPatch, type SessionState, themes } from '../../shared/session'
import type { JsonFile } from '../files/json-file'
import { createOneAtATime } from '../one-at-a-time'

/** Electron takes whole numbers alone, and throws at the start for others. */
function pixels(least: number) {
  return v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(100_000))
}

const bounds = v.object({
  x: pixels(-100_000),
  y: pixels(-100_000),
  width: pixels(1),
  height: pixels(1),
  maximized: v.boolean(),
})

const draft = v.object({
  id: v.nullable(v.string()),
  name: v.string(),
  environment: v.picklist(environments),
  bucket: v.string(),
  clientId: v.string(),
  scopes: v.string(),
  imsHost: v.string(),
  aemHost: v.string(),
})

const size = v.exactOptional(pixels(1))
const isOpen = v.exactOptional(v.boolean())

const stateEntries = {
  theme: v.picklist(themes),
  lastWork: v.nullable(v.object({ connectionId: v.string(), bucket: v.string(), asset: v.string() })),
  unsavedDrafts: v.pipe(v.array(draft), v.maxLength(1_000), v.readonly()),
  panes: v.object({
    sizes: v.object({ sidebar: size, details: size, detailsBelow: size }),
    open: v.object({ sidebar: isOpen, details: isOpen }),
  }),
  remindedOn: v.nullable(v.pipe(v.string(), v.isoDate())),
}

export const sessionPatchSchema = v.object({
  theme: v.exactOptional(stateEntries.theme),
  lastWork: v.exactOptional(stateEntries.lastWork),
  unsavedDrafts: v.exactOptional(stateEntries.unsavedDrafts),
  panes: v.exactOptional(stateEntries.panes),
  remindedOn: v.exactOptional(stateEntries.remindedOn),
})

/** A member that is missing or makes no sense is as at the first start, and the others stay. */
const fileSchema = v.object({
  version: v.literal(1),
  theme: v.fallback(stateEntries.theme, 'system'),
  lastWork: v.fallback(stateEntries.lastWork, null),
  unsavedDrafts: v.fallback(v.optional(stateEntries.unsavedDrafts), undefined),
  panes: v.fallback(stateEntries.panes, { sizes: {}, open: {} }),
  remindedOn: v.fallback(stateEntries.remindedOn, null),
  /** The only one that the first versions remembered. */
  unsavedDraft: v.fallback(v.optional(v.nullable(draft)), null),
  window: v.fallback(v.nullable(bounds), null),
})

export const sessionFileSchema = v.pipe(
  fileSchema,
  v.transform(({ unsavedDraft, unsavedDrafts, ...rest }) => ({
    ...rest,
    unsavedDrafts: unsavedDrafts ?? (unsavedDraft ? [unsavedDraft] : []),
  })),
)

export type SessionFile = v.InferOutput<typeof sessionFileSchema>
export type WindowBounds = v.InferOutput<typeof bounds>

const firstSession: SessionFile = {
  version: 1,
  theme: 'system',
  lastWork: null,
  unsavedDrafts: [],
  panes: { sizes: {}, open: {} },
  remindedOn: null,
  window: null,
}

export type SessionMemory = {
  state: () => SessionState
  window: () => WindowBounds | null
  remember: (patch: SessionPatch) => Promise<SessionState>
  rememberWindow: (window: WindowBounds) => Promise<void>
  /** When everything has been written, or could not be: the program may end then. */
  settled: () => Promise<void>
}

/** Texts beyond that are a mishap, not work: they are remembered while the program runs and not written. */
const longestWritten = 1_000_000

function withoutExcess(content: SessionFile): SessionFile {
  let room = longestWritten
  function fits(part: unknown): boolean {
    const { length } = JSON.stringify(part)
    if (length > room) return false
    room -= length
    return true
  }
  return {
    ...content,
    lastWork: fits(content.lastWork) ? content.lastWork : null,
    unsavedDrafts: content.unsavedDrafts.toReversed().filter(fits).toReversed(),
  }
}

/** What the window looked like, read at the start. A file that cannot be read then is not written before it can be. */
export async function openSessionMemory(file: JsonFile<SessionFile>): Promise<SessionMemory> {
  let content = firstSession
  /** What was changed before the file could be read; null when it has been. */
  let unread: Partial<SessionFile> | null = {}
  const queue = createOneAtATime()

  async function read(): Promise<void> {
    const found = await file.read()
    content = { ...(found ?? firstSession), ...unread }
    unread = null
  }
  function state(): SessionState {
    const { theme, lastWork, unsavedDrafts, panes, remindedOn } = content
    return { theme, lastWork, unsavedDrafts, panes, remindedOn }
  }
  async function change(patch: Partial<SessionFile>): Promise<void> {
    content = { ...content, ...patch }
    if (unread !== null) unread = { ...unread, ...patch }
    await queue.run(async () => {
      if (unread !== null) await read()
      await file.write(withoutExcess(content))
    })
  }
  // A disk that does not give the file must not keep the window from opening.
  await read().catch(() => undefined)
  return {
    state,
    window: () => content.window,
    remember: async (patch) => {
      await change(patch)
      return state()
    },
    rememberWindow: (window) => change({ window }),
    settled: queue.idle,
  }
}
