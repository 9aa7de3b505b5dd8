import AlertDiamond from '@react-spectrum/s2/icons/AlertDiamond'
import CheckmarkCircle from '@react-spectrum/s2/icons/CheckmarkCircle'
import Circle from '@react-spectrum/s2/icons/Circle'
import CloseCircle from '@react-spectrum/s2/icons/CloseCircle'
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' }
import type { ReactNode } from 'react'
import type { RightState, RightsMatrix } from '../../../../shared/check'
import type { CheckStep } from '../../../../shared/failure-signal'
import { EvidenceDetails } from '../../../components/failure/evidence-details'
import { useFormats } from '../../../language/formats'
import { useMessages } from '../../../language/messages'
import messages from '../messages/en.json'
import type { FindingSubject } from '../steps/finding-subject'
import { StepFinding } from '../steps/step-finding'

const place = style({ display: 'flex', flexDirection: 'column', rowGap: 12, minWidth: 0 })
const table = style({ width: 'full', font: 'body-sm', borderSpacing: 0 })
const head = style({
  font: 'ui-sm',
  color: 'neutral-subdued',
  fontWeight: 'normal',
  textAlign: 'start',
  paddingY: 4,
  paddingEnd: 16,
})
const rowHead = style({
  fontWeight: 'bold',
  textAlign: 'start',
  verticalAlign: 'top',
  paddingY: 8,
  paddingEnd: 16,
})
const cell = style({ verticalAlign: 'top', paddingY: 8, paddingEnd: 16, overflowWrap: 'anywhere' })
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
  const formats = useFormats()
  return (
    <div className={place}>
      <p role="status" className={note}>
        {say('rights.probed', { asset: rights.assetId, time: formats.moment(rights.probedAt) })}
      </p>
      <table className={table} aria-label={say('rights.table')}>
        <thead>
          <tr>
            {(['rights.right', 'rights.state', 'rights.reason'] as const).map((key) => (
              <th key={key} scope="col" className={head}>
                {say(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rights.rows.map(({ right, state, reason }) => (
            <tr key={right}>
              <th scope="row" className={rowHead}>
                {say(`right.${right}`)}
              </th>
              <td className={cell}>
                <span className={mark}>
                  {icons[state]}
                  {say(`right-state.${state}`)}
                </span>
              </td>
              <td className={cell}>{say(`right-reason.${reason}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
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
        const heading = `${say(`right.${right}`)}: ${say('evidence.heading')}`
        return <EvidenceDetails key={right} heading={heading} evidence={evidence} cause={null} />
      })}
    </div>
  )
}
