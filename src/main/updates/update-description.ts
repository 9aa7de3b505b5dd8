import * as v from 'valibot'
import type { Update } from '../../shared/updates'

/** Some twenty pages; what is longer is no description of a version. */
const longestNotes = 20_000

/** Base64, as electron-builder writes it, or hexadecimal. */
const sha512Pattern = /^(?:[A-Za-z0-9+/]{86}==|[0-9a-f]{128})$/

const noteSchema = v.union([v.string(), v.object({ version: v.string(), note: v.nullable(v.string()) })])
const descriptionSchema = v.object({
  version: v.pipe(v.string(), v.maxLength(100)),
  files: v.pipe(
    v.array(
      v.object({
        url: v.pipe(v.string(), v.nonEmpty()),
        sha512: v.pipe(v.string(), v.regex(sha512Pattern)),
        size: v.fallback(v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))), undefined),
      }),
    ),
    v.nonEmpty(),
  ),
  releaseNotes: v.fallback(v.nullish(v.union([v.string(), v.array(noteSchema)])), null),
  // YAML reads a date without quotes as one.
  releaseDate: v.fallback(v.nullish(v.union([v.string(), v.date()])), null),
})

/** `checksums`: SHA-512 of each file of the version. */
export type Description = { update: Update; checksums: readonly string[] }

/** What the server says of its latest version; throws where that makes no sense, or names a file without its checksum. */
export function readDescription(sent: unknown, extension: string): Description {
  const { version, files, releaseNotes, releaseDate } = v.parse(descriptionSchema, sent)
  const file = files.find(({ url }) => url.toLowerCase().endsWith(`.${extension.toLowerCase()}`)) ?? files[0]
  const text = notesOf(releaseNotes ?? null)
  const notes = { text: text.slice(0, longestNotes), isCut: text.length > longestNotes }
  return {
    update: {
      version,
      releasedAt: momentOf(releaseDate ?? null),
      notes: text.trim() === '' ? null : notes,
      bytes: file?.size ?? null,
    },
    checksums: files.map(({ sha512 }) => sha512),
  }
}

function notesOf(notes: string | v.InferOutput<typeof noteSchema>[] | null): string {
  if (notes === null) return ''
  if (typeof notes === 'string') return notes
  return notes
    .map((note) => (typeof note === 'string' ? note : `${note.version}\n${note.note ?? ''}`))
    .join('\n\n')
}

function momentOf(date: string | Date | null): string | null {
  const milliseconds = date === null ? Number.NaN : new Date(date).getTime()
  return Number.isNaN(milliseconds) ? null : new Date(milliseconds).toISOString()
}
