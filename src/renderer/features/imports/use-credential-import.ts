import { useEffect, useRef, useState } from 'react'
import type { ImportedCredential } from '../../../shared/connections'
import {
  type ImportCandidate,
  type ImportFormat,
  type ImportReading,
  largestImportBytes,
} from '../../../shared/imports'
import type { AppError, Result } from '../../../shared/result'
import type { ConnectionText } from '../../model/connections/connection-text'
import { fillIn, findConflicts, firstMissing, type ImportField, takeBack, withFreeName } from './fill-in'
import { readDroppedFile, type WindowRefusal } from './read-dropped-file'

export type ImportSource = 'file' | 'text'

/** One credential of an import; its secrets stay behind the window. */
export type FoundCredential = {
  imported: ImportedCredential
  credential: ImportCandidate
  format: ImportFormat
  source: ImportSource
}

/** A credential that was filled into the form of the new connection. */
export type TakenImport = FoundCredential & { before: ConnectionText; filled: ConnectionText }

export type ImportState =
  | { step: 'idle' }
  | { step: 'reading' }
  | { step: 'refused'; refusal: WindowRefusal }
  | { step: 'failed'; error: AppError }
  | { step: 'choosing'; found: readonly FoundCredential[] }
  /** What was typed differs: shall it be replaced? */
  | { step: 'asking'; found: FoundCredential }

export type CredentialImport = {
  state: ImportState
  taken: TakenImport | null
  /** A new object asks for the focus on a field of the form. */
  attention: { field: ImportField } | null
  /** The dialog for a pasted text is open. */
  isPasting: boolean
  setPasting: (isOpen: boolean) => void
  chooseFile: () => void
  readFiles: (files: readonly File[]) => void
  /** Reads the text once and does not store it: it contains a secret. */
  readText: (takeText: () => string) => void
  choose: (found: FoundCredential) => void
  fill: (found: FoundCredential, typedStays: boolean) => void
  /** Closes what is open or was refused. */
  dismiss: () => void
  /** Closes a refusal and goes on in the form. */
  goToForm: () => void
  undo: () => void
  /** Drops the imported secrets; the form stays as it is. */
  drop: () => void
}

type Form = {
  text: ConnectionText
  /** Of the connections that there are. */
  names: readonly string[]
  onFill: (text: ConnectionText) => void
}

const idle: ImportState = { step: 'idle' }

/** How a credential comes from a file or a text into the form of the new connection. */
export function useCredentialImport(form: Form): CredentialImport {
  const [state, setState] = useState<ImportState>(idle)
  const [taken, setTaken] = useState<TakenImport | null>(null)
  const [attention, setAttention] = useState<CredentialImport['attention']>(null)
  const [isPasting, setPasting] = useState(false)
  const turn = useRef(0)
  // The form may have changed while the request was in flight.
  const latest = useRef({ ...form, taken })
  useEffect(() => {
    latest.current = { ...form, taken }
  })

  function formWithoutImport(): ConnectionText {
    const { text, taken: earlier } = latest.current
    return earlier ? takeBack(text, earlier) : text
  }

  function fill(found: FoundCredential, typedStays: boolean) {
    const before = formWithoutImport()
    const filled = fillIn(before, found.credential, typedStays)
    latest.current.onFill(filled)
    setTaken({ ...found, before, filled })
    setAttention({ field: firstMissing(filled, found.credential.secretCount) ?? 'name' })
    setState(idle)
  }

  function choose(found: FoundCredential) {
    const differs = findConflicts(formWithoutImport(), found.credential).length > 0
    setPasting(false)
    if (differs) setState({ step: 'asking', found })
    else fill(found, false)
  }

  function show(reading: ImportReading, source: ImportSource) {
    if (!reading.found) return setState({ step: 'refused', refusal: reading.refusal })
    const { importId, format, candidates } = reading
    const found = candidates.map((credential, candidate) => ({
      imported: { importId, candidate },
      credential: withFreeName(credential, latest.current.names),
      format,
      source,
    }))
    const [only, ...others] = found
    if (only && others.length === 0) return choose(only)
    setPasting(false)
    setState({ step: 'choosing', found })
  }

  async function read(source: ImportSource, ask: () => Promise<Outcome>) {
    turn.current += 1
    const mine = turn.current
    const earlier = state.step === 'reading' ? idle : state
    setState({ step: 'reading' })
    const outcome = await ask().catch((): Outcome => ({ ok: false, error: { kind: 'unexpected' } }))
    if (mine !== turn.current) return
    if ('refusal' in outcome) setState({ step: 'refused', refusal: outcome.refusal })
    else if (!outcome.ok) setState({ step: 'failed', error: outcome.error })
    else if (outcome.value === null) setState(earlier)
    else show(outcome.value, source)
  }

  async function readFiles(files: readonly File[]): Promise<Outcome> {
    const dropped = await readDroppedFile(files)
    return 'refusal' in dropped ? dropped : window.desktop.readImportText(dropped)
  }

  return {
    state,
    taken,
    attention,
    isPasting,
    setPasting: (isOpen) => {
      setState(idle)
      setPasting(isOpen)
    },
    chooseFile: () => {
      if (state.step !== 'reading') void read('file', () => window.desktop.openImportFile())
    },
    readFiles: (files) => void read('file', () => readFiles(files)),
    readText: (takeText) =>
      void read('text', async () => {
        const text = takeText()
        // More is not understood behind the window, and so not even sent there.
        return text.length > largestImportBytes
          ? { refusal: 'too-large' }
          : window.desktop.readImportText({ text, fileName: null })
      }),
    choose,
    fill,
    dismiss: () => setState(idle),
    goToForm: () => {
      setState(idle)
      setAttention({ field: 'name' })
    },
    undo: () => {
      latest.current.onFill(formWithoutImport())
      setTaken(null)
      setAttention({ field: 'name' })
    },
    drop: () => {
      setTaken(null)
      setAttention(null)
      setState(idle)
    },
  }
}

type Outcome = Result<ImportReading | null> | { refusal: WindowRefusal }
