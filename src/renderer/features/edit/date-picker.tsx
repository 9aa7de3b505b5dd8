import { DatePicker } from '@react-spectrum/s2/DatePicker'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useMessages } from '../../language/messages'
import { readDateText, writeDateText } from './date-text'
import messages from './messages/en.json'

type Props = {
  text: string
  onChange: (text: string) => void
  onBlur: () => void
}

/** A calendar beside the text of a date: it changes what the user picks, and leaves the rest of the text as it is written. */
export function DateTextPicker({ text, onChange, onBlur }: Props) {
  const say = useMessages(messages)
  const date = readDateText(text)
  if (date === null) return null
  const { value, granularity, zone } = date
  return (
    <DatePicker
      label={
        granularity === 'day'
          ? say('value.day')
          : say('value.moment', { zone: zone === null ? 'none' : zone === 'Z' ? 'UTC' : `UTC${zone}` })
      }
      size="S"
      value={value}
      granularity={granularity}
      onChange={(changed) => {
        if (changed !== null) onChange(writeDateText(text, changed))
      }}
      onBlur={onBlur}
      styles={style({ width: 320, maxWidth: 'full' })}
    />
  )
}
