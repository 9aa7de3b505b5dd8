import { diffArrays } from 'diff'
import type { RowKind } from '../../../../shared/metadata-rows'
import { isContainer } from '../../../model/document/document'

/** An item of a list; equal numbers are equal contents. */
export type ListItem = { readonly row: number; readonly kind: RowKind; readonly content: number }

/** What became of an item: added without `before`, removed without `after`. */
export type ItemPair = { readonly before: ListItem | null; readonly after: ListItem | null }

/**
 * The most edits between two lists that are compared by content.
 *
 * The work grows with the square of it. Lists that are further apart are compared place by place, which is never wrong,
 * only longer to read.
 */
const mostEdits = 500

/** Pairs the items of two lists, so that an item put in between leaves those behind it what they are. */
export function pairItems(before: readonly ListItem[], after: readonly ListItem[]): readonly ItemPair[] {
  const runs = diffArrays(before.map(contentOf), after.map(contentOf), { maxEditLength: mostEdits })
  if (!runs) return pairByPlace(before, after)
  const stretches: Stretch[] = []
  let edited: Stretch = { before: [], after: [] }
  let at = { before: 0, after: 0 }
  for (const { added, removed, count } of runs) {
    const end = { before: at.before + (added ? 0 : count), after: at.after + (removed ? 0 : count) }
    const items = { before: before.slice(at.before, end.before), after: after.slice(at.after, end.after) }
    if (added || removed) {
      edited = {
        before: [...edited.before, ...items.before],
        after: [...edited.after, ...items.after],
      }
    } else {
      stretches.push(edited, items)
      edited = { before: [], after: [] }
    }
    at = end
  }
  return [...stretches, edited].flatMap((stretch) => pairByPlace(stretch.before, stretch.after))
}

/** Items of the two lists that stand at the same place, between the same neighbours. */
type Stretch = { readonly before: readonly ListItem[]; readonly after: readonly ListItem[] }

function contentOf({ content }: ListItem): number {
  return content
}

/** What was put where something else was taken away has become of it, if the two are of a kind. */
function pairByPlace(before: readonly ListItem[], after: readonly ListItem[]): readonly ItemPair[] {
  return Array.from({ length: Math.max(before.length, after.length) }).flatMap((_, place): ItemPair[] => {
    const one = before[place] ?? null
    const other = after[place] ?? null
    if (one === null || other === null || areOfAKind(one.kind, other.kind)) {
      return [{ before: one, after: other }]
    }
    return [
      { before: one, after: null },
      { before: null, after: other },
    ]
  })
}

function areOfAKind(one: RowKind, other: RowKind): boolean {
  return one === other || (!isContainer(one) && !isContainer(other))
}
