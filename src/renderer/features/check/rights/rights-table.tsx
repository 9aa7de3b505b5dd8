import AlertDiamond from '@react-spectrum/s2/icons/AlertDiamond'
import CheckmarkCircle from '@react-spectrum/s2/icons/CheckmarkCircle'
import Circle from '@react-spectrum/s2/icons/Circle'
import CloseCircle from '@react-spectrum/s2/icons/CloseCircle'
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' }
import type { ReactNode } from 'react'
import type { CheckReport, RightState } from '../../../../shared/check'
import messages from '../../../../words/check/messages/en.json'
import { rightsOf } from '../../../../words/check/proven-rights'
import { PlainTable } from '../../../components/table'
import { useFormats } from '../../../language/formats'
import { useMessages } from '../../../language/messages'

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

/** Read, create, update, delete: what is proven, what is not, and why. What is wrong stands at its step. */
export function RightsTable({ report }: { report: CheckReport }) {
  const say = useMessages(messages)
  const formats = useFormats()
  const { rights, assetId } = report
  return (
    <div className={place}>
      {assetId === null ? null : (
        <p className={note}>
          {say('rights.probed', {
            asset: assetId,
            time: formats.moment(rights?.probedAt ?? report.finishedAt),
          })}
        </p>
      )}
      <PlainTable
        label={say('rights.table')}
        heads={[say('rights.right'), say('rights.state'), say('rights.reason')]}
        rows={rightsOf(report).map(({ right, state, reason }) => ({
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
    </div>
  )
}
