import { style } from '@react-spectrum/s2/style' with { type: 'macro' }

const code = style({ font: 'code-sm', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' })
const lines = style({ display: 'grid', rowGap: 4, font: 'code-sm' })
const quiet = style({ color: 'neutral-subdued' })

/** Text as sent or received. */
export function Code({ text }: { text: string }) {
  return (
    <bdi className={code} dir="ltr">
      {text}
    </bdi>
  )
}

/** Header lines as sent or received; `none` where there are none. */
export function HeaderLines({
  headers,
  none,
}: {
  headers: readonly (readonly [name: string, value: string])[]
  none: string
}) {
  return headers.length === 0 ? (
    <span className={quiet}>{none}</span>
  ) : (
    <div className={lines} dir="ltr">
      {headers.map(([name, text]) => (
        <div key={name}>
          <span className={quiet}>{name}:</span> <bdi>{text}</bdi>
        </div>
      ))}
    </div>
  )
}
