import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle'
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' }
import type { ReactNode } from 'react'
import { FixSteps } from '../../components/failure/fix-steps'
import { useImportMessages } from './messages'
import type { WindowRefusal } from './read-dropped-file'

const card = style({
  display: 'flex',
  columnGap: 12,
  padding: 16,
  borderRadius: 'lg',
  borderWidth: 2,
  borderStyle: 'solid',
  borderColor: 'negative-800',
  backgroundColor: 'base',
  color: 'body',
  minWidth: 0,
})
const text = style({ flexGrow: 1, minWidth: 0, font: 'body-sm', overflowWrap: 'anywhere' })
const title = style({ font: 'title', margin: 0 })
const paragraph = style({ marginTop: 4, marginBottom: 0 })

/** What a file or text is, why no credential came out of it, and which one to fetch where. */
export const RefusalNotice = ({ refusal, children }: { refusal: WindowRefusal; children?: ReactNode }) => {
  const say = useImportMessages()
  const fix = say(`refusal.${refusal}.fix`, { fetch: say('fetch') }).split('\n')
  return (
    <div className={card}>
      <AlertTriangle styles={iconStyle({ color: 'negative', marginTop: 2 })} />
      <div className={text}>
        <div role="alert">
          <h2 className={title}>{say(`refusal.${refusal}.title`)}</h2>
          <p className={paragraph}>{say(`refusal.${refusal}.why`)}</p>
          <FixSteps fix={fix} List="ol" />
        </div>
        {children}
      </div>
    </div>
  )
}
