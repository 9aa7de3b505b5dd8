import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useCallback } from 'react'
import type { Environment } from '../../shared/connections'
import messages from '../../words/connections/messages/en.json'
import { useMessages } from '../language/messages'

const mark = style({
  display: 'inline-flex',
  alignItems: 'center',
  columnGap: 8,
  font: 'ui-sm',
  color: 'neutral',
  flexShrink: 0,
})
const dot = style<{ environment: Environment }>({
  size: 8,
  borderRadius: 'full',
  flexShrink: 0,
  forcedColorAdjust: 'none',
  backgroundColor: {
    environment: { development: 'blue-800', stage: 'orange-700', production: 'red-800' },
  },
})

/** The environment by color and name, never by color alone. */
export function EnvironmentMark({ environment }: { environment: Environment }) {
  const nameOf = useEnvironmentNames()
  return (
    <span className={mark}>
      <span aria-hidden className={dot({ environment })} />
      {nameOf(environment)}
    </span>
  )
}

/** Development, Stage, Production. */
export function useEnvironmentNames(): (environment: Environment) => string {
  const say = useMessages(messages)
  return useCallback((environment) => say(`environment.${environment}`), [say])
}
