import { style } from '@react-spectrum/s2/style' with { type: 'macro' }

const paragraph = style({ marginTop: 4, marginBottom: 0 })
const steps = style({ marginTop: 8, marginBottom: 0, paddingStart: 20, display: 'grid', rowGap: 4 })

/** What to do: one step is a sentence, several are a list. */
export function FixSteps({ fix, List }: { fix: readonly string[]; List: 'ol' | 'ul' }) {
  return fix.length === 1 ? (
    <p className={paragraph}>{fix[0]}</p>
  ) : (
    <List className={steps}>
      {fix.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </List>
  )
}
