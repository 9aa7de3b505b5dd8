import type { Update, UpdatePhase, UpdatesState, UpdateTrouble } from '../../shared/updates'
import type { Clock } from '../calls/clock'
import { cancelled } from '../failures/failure'
import { explainTrouble } from './update-problem'

/** Finds, downloads and installs a newer version. Throws `UpdateProblem` and what `explainTrouble` knows, or the signal's reason. */
export type Updater = {
  /** null where the server has nothing newer for this system. */
  find: (signal: AbortSignal) => Promise<Update | null>
  /** The version that was found last, as a verified file. */
  download: (
    signal: AbortSignal,
    onReceived: (received: number, total: number | null) => void,
  ) => Promise<void>
  /** Replaces the program and quits it; what fails after this has returned is told to `onTrouble`. */
  install: (onTrouble: (trouble: UpdateTrouble) => void) => Promise<void>
  /** Removes what was downloaded. */
  clear: () => Promise<void>
}

export type Updates = {
  state: () => UpdatesState
  /** Yes or no to looking for newer versions, which a yes does at once; a no ends what is running. Throws `storage`. */
  allow: (isAllowed: boolean) => Promise<UpdatesState>
  /** Does nothing unless the user has said yes, and while something is running. */
  check: () => Promise<UpdatesState>
  /** Begins the download of the version that was found; `publish` tells how far it is. */
  download: () => UpdatesState
  cancel: () => UpdatesState
  install: () => Promise<UpdatesState>
}

type Collaborators = {
  program: Pick<UpdatesState, 'version' | 'isTestBuild' | 'server' | 'canInstall' | 'proof'>
  /** What the user has said, or null. */
  isAllowed: () => boolean | null
  saveAllowed: (isAllowed: boolean) => Promise<unknown>
  /** Called once, at the first check. */
  openUpdater: () => Promise<Updater>
  clock: Clock
  publish: (state: UpdatesState) => void
  onBug: (thrown: unknown) => void
}

/** Newer versions of the program: nothing is asked before the user has said yes, and nothing installed before a click. */
export function createUpdates({
  program,
  isAllowed,
  saveAllowed,
  openUpdater,
  ...others
}: Collaborators): Updates {
  const { clock, publish, onBug } = others
  let phase: UpdatePhase = { kind: 'unknown' }
  let trouble: UpdateTrouble | null = null
  let running: AbortController | null = null
  let opened: Promise<Updater> | null = null

  function state(): UpdatesState {
    return { ...program, isAllowed: isAllowed(), phase, trouble }
  }
  function show(next: UpdatePhase, problem: UpdateTrouble | null = null): void {
    phase = next
    trouble = problem
    publish(state())
  }
  function open(): Promise<Updater> {
    opened ??= openUpdater().catch((thrown: unknown) => {
      opened = null
      throw thrown
    })
    return opened
  }
  /** Shows `fallback` when it fails, with the reason unless it was canceled. */
  async function run(
    fallback: UpdatePhase,
    task: (updater: Updater, signal: AbortSignal) => Promise<UpdatePhase>,
  ): Promise<void> {
    const controller = new AbortController()
    running = controller
    try {
      const reached = await task(await open(), controller.signal)
      controller.signal.throwIfAborted()
      show(reached)
    } catch (thrown) {
      const isCanceled = controller.signal.aborted
      const problem = isCanceled ? null : explainTrouble(thrown)
      if (!isCanceled && problem === null) onBug(thrown)
      const next: UpdatePhase = isAllowed() === true ? fallback : { kind: 'unknown' }
      show(next, isCanceled ? null : (problem ?? { code: 'not-readable', detail: '' }))
    } finally {
      running = null
    }
  }

  async function check(): Promise<UpdatesState> {
    if (program.server === null || isAllowed() !== true || running !== null || isHolding(phase))
      return state()
    show({ kind: 'checking' })
    await run({ kind: 'unknown' }, async (updater, signal) => {
      const update = await updater.find(signal)
      if (update !== null) return { kind: 'available', update }
      await updater.clear().catch(onBug)
      return { kind: 'newest', checkedAt: new Date(clock.now()).toISOString() }
    })
    return state()
  }

  return {
    state,
    check,
    allow: async (allowed: boolean) => {
      await saveAllowed(allowed)
      if (allowed) return check()
      running?.abort(cancelled())
      if (phase.kind !== 'installing') show({ kind: 'unknown' })
      return state()
    },
    download: () => {
      if (phase.kind !== 'available' || !program.canInstall || running !== null) return state()
      const { update } = phase
      function showProgress(receivedBytes: number, total: number | null): void {
        if (phase.kind !== 'downloading') return
        phase = { kind: 'downloading', update, receivedBytes, totalBytes: total ?? update.bytes }
        publish(state())
      }
      show({ kind: 'downloading', update, receivedBytes: 0, totalBytes: update.bytes })
      void run({ kind: 'available', update }, async (updater, signal) => {
        await updater.download(signal, showProgress)
        return { kind: 'ready', update }
      })
      return state()
    },
    cancel: () => {
      running?.abort(cancelled())
      return state()
    },
    install: async () => {
      if (phase.kind !== 'ready') return state()
      const { update } = phase
      show({ kind: 'installing', update })
      try {
        const updater = await open()
        await updater.install((problem) => show({ kind: 'ready', update }, problem))
      } catch (thrown) {
        const problem = explainTrouble(thrown)
        if (problem === null) onBug(thrown)
        // A file that is no longer what was verified has to be downloaded again.
        const next: UpdatePhase = { kind: problem?.code === 'checksum' ? 'available' : 'ready', update }
        show(next, problem ?? { code: 'not-replaced', detail: '' })
      }
      return state()
    },
  }
}

/** A version that is downloaded, or on its way, is not given up for a look at the server. */
function isHolding({ kind }: UpdatePhase): boolean {
  return kind === 'downloading' || kind === 'ready' || kind === 'installing'
}
