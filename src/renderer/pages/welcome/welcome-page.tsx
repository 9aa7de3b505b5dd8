import { Button } from '@react-spectrum/s2/Button'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import type { AppError } from '../../../shared/result'
import { FailureNoticeWhenShown } from '../../components/failure/error-boundary'
import { useMessages } from '../../language/messages'
import messages from './messages/en.json'

const page = style({
  flexGrow: 1,
  minHeight: 0,
  overflowY: 'auto',
  display: 'grid',
  alignItems: 'center',
  padding: 32,
})
const column = style({ maxWidth: 640, marginX: 'auto', width: 'full' })
const heading = style({ font: 'heading-xl', marginTop: 0, marginBottom: 12 })
const what = style({ font: 'body-lg', marginTop: 0, marginBottom: 32 })
const choices = style({ display: 'grid', gridTemplateColumns: ['1fr', '1fr'], gap: 24, marginBottom: 24 })
const choice = style({
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'start',
  rowGap: 12,
  padding: 20,
  borderRadius: 'lg',
  borderWidth: 1,
  borderStyle: 'solid',
  borderColor: 'gray-200',
})
const paragraph = style({ font: 'body-sm', margin: 0 })

export type WelcomePageProps = {
  isStarting: boolean
  error: AppError | null
  onTryDemo: () => void
  onAddConnection: () => void
}

/** The first start: what this is, and the two ways in. */
export function WelcomePage({ isStarting, error, onTryDemo, onAddConnection }: WelcomePageProps) {
  const say = useMessages(messages)
  return (
    <div className={page}>
      <div className={column}>
        <h1 className={heading}>{say('heading')}</h1>
        <p className={what}>{say('what')}</p>
        <div className={choices}>
          <div className={choice}>
            <Button variant="accent" size="L" autoFocus onPress={onTryDemo}>
              {say(isStarting ? 'demo.starting' : 'demo')}
            </Button>
            <p className={paragraph}>{say('demo.words')}</p>
          </div>
          <div className={choice}>
            <Button variant="secondary" size="L" onPress={onAddConnection}>
              {say('add')}
            </Button>
            <p className={paragraph}>{say('add.words')}</p>
          </div>
        </div>
        {error ? <FailureNoticeWhenShown error={error} onRetry={onTryDemo} /> : null}
      </div>
    </div>
  )
}
