import AlertDiamond from '@react-spectrum/s2/icons/AlertDiamond'
import CheckmarkCircle from '@react-spectrum/s2/icons/CheckmarkCircle'
import Circle from '@react-spectrum/s2/icons/Circle'
import CloseCircle from '@react-spectrum/s2/icons/CloseCircle'
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' }
import type { ReactNode } from 'react'
import type { RightState, RightsMatrix } from '../../../../shared/check'
import type { CheckStep } from '../../../../shared/failure-signal'
import type { FindingSubject } from '../../../../words/check/finding-subject'
import messages from '../../../../words/check/messages/en.json'
import { EvidenceDetails } from '../../../components/failure/evidence-details'
import { PlainTable } from '../../../components/table'
import { useFormats } from '../../../language/formats'
import { useColon, useMessages } from '../../../language/messages'
import { StepFinding } from '../steps/step-finding'

const place = style({ display: 'flex', flexDirection: 'column', rowGap: 12, minWidth: 0 })
const mark = style({ display: 'inline-flex', alignItems: 'center', columnGap: 8, whiteSpace: 'nowrap' })
const note = style({ font: 'ui-sm', color: 'neutral-subdued', margin: 0, overflowWrap: 'anywhere' })

const icons: Record<RightState, ReactNode> = {
  allowed: <CheckmarkCircle styles={iconStyle({ color: 'positive', size: 'S' })} />,
  refused: <CloseCircle styles={iconStyle({ color: 'negative', size: 'S' })} />,
  'not-refused': <CheckmarkCircle styles={iconStyle({ color: 'gray', size: 'S' })} />,
  unproven: <AlertDiamond styles={iconStyle({ color: 'notice', size: 'S' })} />,
  'not-tried': <Circle styles={iconStyle({ color: 'gray', size: 'S' })} />,
}

function stepOf(right: RightsMatrix['rows'][number]['right']): CheckStep {
  return right === 'read' ? 'read' : 'write'
}

export type RightsTableProps = { rights: RightsMatrix; subject: FindingSubject }

/** Read, create, update, delete: what is proven, what is not, and why. */
export function RightsTable({ rights, subject }: RightsTableProps) {
  const say = useMessages(messages)
  const colon = useColon()
  const formats = useFormats()
  return (
    <div className={place}>
      <p role="status" className={note}>
        {say('rights.probed', { asset: rights.assetId, time: formats.moment(rights.probedAt) })}
      </p>
      <PlainTable
        label={say('rights.table')}
        heads={[say('rights.right'), say('rights.state'), say('rights.reason')]}
        rows={rights.rows.map(({ right, state, reason }) => ({
          key: right,
          cells: [
            say(`right.${right}`),
            <span key="state" className={mark}>
              {icons[state]}
              {say(`right-state.${state}`)}
            </span>,
            say(`right-reason.${reason}`),
          ],
        }))}
      />
      {rights.rows.map(({ right, state, error, evidence }) => {
        if (error)
          return (
            <StepFinding
              key={right}
              step={stepOf(right)}
              finding={error}
              isRed={right === 'read' && state === 'refused'}
              subject={{ ...subject, assetId: rights.assetId }}
              at={rights.probedAt}
            />
          )
        if (!evidence) return null
        const heading = `${say(`right.${right}`)}${colon}${say('evidence.heading')}`
        return <EvidenceDetails key={right} heading={heading} evidence={evidence} cause={null} />
      })}
    </div>
  )
}
