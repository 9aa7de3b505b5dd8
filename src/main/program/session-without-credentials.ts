import type { SessionPatch } from '../../shared/session'
import { redact } from '../failures/redact'
import type { SessionMemory } from './session-memory'

/** A memory that writes down no text with something in it that looks like a credential: it is left out as a whole. */
export function withoutCredentials(memory: SessionMemory): SessionMemory {
  return {
    ...memory,
    state: () => ({ ...memory.state(), ...clean(memory.state()) }),
    remember: (patch) => memory.remember(clean(patch)),
  }
}

function clean({ unsavedDrafts, lastWork, ...rest }: SessionPatch): SessionPatch {
  return {
    ...rest,
    ...(unsavedDrafts === undefined ? {} : { unsavedDrafts: unsavedDrafts.map(cleanTexts) }),
    ...(lastWork === undefined ? {} : { lastWork: lastWork && cleanTexts(lastWork) }),
  }
}

function cleanTexts<T extends Readonly<Record<string, string | null>>>(texts: T): T {
  function cleanText(text: string | null): string | null {
    return text !== null && redact(text) !== text ? '' : text
  }
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, cleanText(text)])) as T
}
