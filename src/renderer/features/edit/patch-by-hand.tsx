import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { TextArea } from '@react-spectrum/s2/TextArea'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Draft, PatchProblem, PatchReading } from '../../../shared/edit'
import { isolate } from '../../../words/language/say-in'
import { FailureNotice } from '../../components/failure/failure-notice'
import { unwrap } from '../../desktop/desktop'
import { useMessages } from '../../language/messages'
import messages from './messages/en.json'
import { isSamePatch, type Refusal } from './refusal'
import { RefusedOperations } from './refused-operations'
import { useTyped } from './use-typed'

const panel = style({
  display: 'flex',
  flexDirection: 'column',
  rowGap: 8,
  flexGrow: 1,
  minHeight: 0,
  overflowY: 'auto',
  padding: 4,
})
const words = style({ font: 'ui-sm', color: 'neutral-subdued', margin: 0 })
const problemsList = style({ font: 'ui-sm', color: 'negative', margin: 0, paddingStart: 16 })

type Props = {
  draft: Draft
  /** Of what was sent last. */
  refusal: Refusal | null
  onDraft: (draft: Draft) => void
}

/** The same change as text: what was edited in the tree, or a JSON Patch that takes its place. */
export function PatchByHand({ draft, refusal, onDraft }: Props) {
  const say = useMessages(messages)
  const [reading, setReading] = useState<PatchReading | null>(null)
  const writing = useMutation({
    mutationFn: (written: string) => unwrap(window.desktop.writePatch({ draftId: draft.id, text: written })),
    onSuccess: (read) => {
      setReading(read)
      onDraft(read.draft)
    },
  })
  const { text, type, flush } = useTyped(draft.unfinished ?? draft.byHand ?? draft.patch, (typed) =>
    writing.mutate(typed),
  )
  const [left] = useState(draft.unfinished)
  const { mutate } = writing
  useEffect(() => {
    if (left !== null) mutate(left)
  }, [left, mutate])
  const problems = reading?.problems ?? []
  function describe({ operation, code, path }: PatchProblem): string {
    const problem = say(`patch.${code}`, { path: isolate(path) })
    return operation === null ? problem : say('patch.at', { number: operation + 1, problem })
  }
  return (
    <div className={panel}>
      <TextArea
        label={say('patch.label')}
        description={say('patch.words')}
        value={text}
        onChange={type}
        onBlur={flush}
        isInvalid={problems.length > 0}
        spellCheck="false"
        autoCorrect="off"
        styles={style({ width: 'full' })}
      />
      {writing.error ? <FailureNotice error={writing.error.error} /> : null}
      {refusal !== null && isSamePatch(refusal.patch, draft.patch) && problems.length === 0 ? (
        <RefusedOperations {...refusal} />
      ) : null}
      <div role="status">
        {problems.length > 0 ? (
          <ul className={problemsList}>
            {problems.map((problem) => (
              <li key={`${problem.operation} ${problem.code}`}>{describe(problem)}</li>
            ))}
          </ul>
        ) : (
          <p className={words}>{say('patch.ok', { count: draft.changes.length })}</p>
        )}
        {reading?.barePaths.map((path) => (
          <p key={path} className={words}>
            {say('patch.bare', { path: isolate(path) })}
          </p>
        ))}
      </div>
    </div>
  )
}
