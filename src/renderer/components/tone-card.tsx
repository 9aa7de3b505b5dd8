import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import type { ReactNode } from 'react'

export type Tone = 'positive' | 'notice' | 'negative' | 'neutral'

const card = style<{ tone: Tone }>({
  display: 'flex',
  columnGap: 12,
  padding: 16,
  borderRadius: 'lg',
  borderWidth: 2,
  borderStyle: 'solid',
  borderColor: {
    tone: { positive: 'positive-700', notice: 'notice-800', negative: 'negative-800', neutral: 'gray-300' },
  },
  backgroundColor: 'base',
  color: 'body',
  minWidth: 0,
  flexShrink: 0,
})
const content = style({ flexGrow: 1, minWidth: 0, font: 'body-sm', overflowWrap: 'anywhere' })

/** Something to be seen first, with a border of its tone; its icon says the same. */
export function ToneCard({ tone, icon, children }: { tone: Tone; icon: ReactNode; children: ReactNode }) {
  return (
    <div className={card({ tone })}>
      {icon}
      <div className={content}>{children}</div>
    </div>
  )
}
