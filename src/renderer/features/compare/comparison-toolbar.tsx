import Export from '@react-spectrum/s2/icons/Export'
import { Switch } from '@react-spectrum/s2/Switch'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { type TableFormat, tableFormats } from '../../../shared/exports'
import { ChoiceMenu } from '../../components/choice-menu'
import { useMessages } from '../../language/messages'
import type { ComparisonCounts } from './comparison-rows'
import messages from './messages/en.json'
import { ProfileDialog, type ProfileDialogProps } from './profile-dialog'

const bar = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 16,
  rowGap: 8,
  flexShrink: 0,
})
const words = style({ font: 'ui', flexGrow: 1, margin: 0 })

export type ComparisonToolbarProps = ProfileDialogProps & {
  counts: ComparisonCounts
  /** Assets that were read: one alone has nothing to be compared with. */
  read: number
  isReading: boolean
  isOnly: boolean
  countsExpected: boolean
  onOnly: (isOnly: boolean) => void
  onCountExpected: (counts: boolean) => void
  onExport: (format: TableFormat) => void
}

/** What the comparison found, and what of it is shown. */
export function ComparisonToolbar(props: ComparisonToolbarProps) {
  const { counts, read, isReading, isOnly, countsExpected, onOnly, onCountExpected, onExport, ...profile } =
    props
  const say = useMessages(messages)
  const { differing, equal, expected } = counts
  return (
    <section className={bar} aria-label={say('toolbar')}>
      <p role="status" className={words}>
        {read < 2
          ? say(isReading ? 'summary.reading' : 'summary.alone')
          : say('summary', { count: differing, equal })}{' '}
        {read < 2 || expected === 0 ? null : say('summary.expected', { count: expected })}
      </p>
      <Switch size="S" isSelected={isOnly} onChange={onOnly}>
        {say('only')}
      </Switch>
      <Switch size="S" isSelected={countsExpected} onChange={onCountExpected}>
        {say('count')}
      </Switch>
      <ProfileDialog {...profile} />
      <ChoiceMenu
        label={say('export')}
        icon={<Export />}
        size="S"
        choices={tableFormats}
        nameOf={(format) => say(`export.${format}`)}
        describe={(format) => say(`export.${format}.words`)}
        onChoose={onExport}
      />
    </section>
  )
}
