import type { Change } from '../../../src/renderer/features/kept/changes/diff-rows'
import { type JsonNode, readNodes } from './json-nodes'

/** A JSON value with the digits of its numbers, and objects without an order: what a difference is about. */
export type Plain = string | readonly ['list', ...Plain[]] | ReadonlyMap<string, Plain>

function plainToken(kind: string, token: string): string {
  return kind === 'string' ? `"${JSON.parse(token)}` : token
}

function plainNode(text: string, { kind, start, end, children }: JsonNode): Plain {
  if (kind === 'array') return ['list', ...children.map((child) => plainNode(text, child))]
  if (kind !== 'object') return plainToken(kind, text.slice(start, end))
  return new Map(children.map((child) => [child.key ?? '', plainNode(text, child)]))
}

function rootOf(text: string): JsonNode {
  const [root] = readNodes(text)
  if (!root) throw new Error('No value')
  return root
}

/** The value of a text in which no object has a key twice. */
export function plainOf(text: string): Plain {
  return plainNode(text, rootOf(text))
}

function stepTo(parent: string, step: string | number): string {
  return `${parent}/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`
}

function lastStep(pointer: string): string {
  return pointer
    .slice(pointer.lastIndexOf('/') + 1)
    .replaceAll('~1', '/')
    .replaceAll('~0', '~')
}

/** What the changes make of a text in which no object has a key twice. */
export function applyChanges(text: string, changes: readonly Change[]): Plain {
  const removed = new Set(changes.filter(({ after }) => after === null).map(({ pointer }) => pointer))
  const come = new Map(
    changes.filter(({ after }) => after !== null).map((change) => [change.pointer, change]),
  )
  function isAdded(pointer: string) {
    return come.get(pointer)?.before === null
  }
  function addedIn(parent: string): string[] {
    return [...come.keys()].filter(
      (pointer) =>
        isAdded(pointer) && pointer.slice(0, pointer.lastIndexOf('/')) === parent && pointer !== '',
    )
  }

  function build(old: JsonNode | null, oldPointer: string, pointer: string): Plain {
    const value = come.get(pointer)?.after
    const kind = value?.kind ?? old?.kind ?? 'null'
    const members = value ? [] : (old?.children ?? [])
    if (kind === 'object') {
      const kept = members.filter(({ key }) => !removed.has(stepTo(oldPointer, key ?? '')))
      return new Map([
        ...kept.map(({ key }, at): [string, Plain] => {
          const step = key ?? ''
          return [step, build(kept[at] ?? null, stepTo(oldPointer, step), stepTo(pointer, step))]
        }),
        ...addedIn(pointer).map((added): [string, Plain] => [lastStep(added), build(null, '', added)]),
      ])
    }
    if (kind === 'array') {
      const kept = members.filter(({ position }) => !removed.has(stepTo(oldPointer, position)))
      const length = kept.length + addedIn(pointer).length
      const items = Array.from({ length }, (_, at) => {
        const place = stepTo(pointer, at)
        const item = isAdded(place) ? null : (kept.shift() ?? null)
        return build(item, stepTo(oldPointer, item?.position ?? ''), place)
      })
      return ['list', ...items]
    }
    return plainToken(kind, value?.token ?? (old ? text.slice(old.start, old.end) : ''))
  }
  return build(rootOf(text), '', '')
}

export function hasKeyTwice(text: string): boolean {
  return readNodes(text).some(
    ({ kind, children }) =>
      kind === 'object' && new Set(children.map(({ key }) => key)).size < children.length,
  )
}
