import { Checkbox } from '@react-spectrum/s2/Checkbox'
import { CheckboxGroup } from '@react-spectrum/s2/CheckboxGroup'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useState } from 'react'
import { type Environment, environments } from '../../../../shared/connections'
import type { CauseId } from '../../../../shared/failure-catalogue'
import { type FixSnippet, snippetsFor } from '../../../../shared/fix-snippets'
import messages from '../../../../words/check/messages/en.json'
import { CopyButton } from '../../../components/copy-button'
import { useEnvironmentNames } from '../../../components/environment-mark'
import { useMessages } from '../../../language/messages'

const place = style({ display: 'flex', flexDirection: 'column', rowGap: 12, marginTop: 12, minWidth: 0 })
const heading = style({ font: 'title-sm', margin: 0 })
const snippet = style({ display: 'flex', flexDirection: 'column', rowGap: 4, minWidth: 0 })
const titleLine = style({ display: 'flex', alignItems: 'center', columnGap: 12, flexWrap: 'wrap' })
const title = style({ font: 'ui', fontWeight: 'bold', margin: 0, flexGrow: 1 })
const where = style({ font: 'ui-sm', color: 'neutral-subdued', margin: 0 })
const code = style({
  font: 'code-sm',
  margin: 0,
  padding: 12,
  borderRadius: 'default',
  backgroundColor: 'layer-1',
  overflowWrap: 'anywhere',
  whiteSpace: 'pre-wrap',
  userSelect: 'text',
})

export type FixSnippetsProps = {
  cause: CauseId
  clientId: string
  environments: readonly Environment[]
  assetPath: string | null
}

/** The fix as texts to copy. */
export function FixSnippets({ cause, clientId, environments: preselected, assetPath }: FixSnippetsProps) {
  const say = useMessages(messages)
  const environmentName = useEnvironmentNames()
  const [chosen, setChosen] = useState<readonly Environment[]>(preselected)
  const [mayPublish, setMayPublish] = useState(false)
  const snippets = snippetsFor(cause, { clientId, environments: chosen, assetPath }, { mayPublish })
  if (snippets.length === 0) return null
  const hasEnvironments = snippets.some(({ id }) => id === 'api-yaml')
  const hasRights = snippets.some(({ id }) => id === 'repoinit')
  return (
    <div className={place}>
      <h4 className={heading}>{say('snippets.heading')}</h4>
      {hasEnvironments ? (
        <CheckboxGroup
          label={say('snippets.environments')}
          orientation="horizontal"
          size="S"
          value={[...chosen]}
          onChange={(names) => setChosen(environments.filter((environment) => names.includes(environment)))}
          isInvalid={chosen.length === 0}
          errorMessage={say('snippets.none')}
        >
          {environments.map((environment) => (
            <Checkbox key={environment} value={environment}>
              {environmentName(environment)}
            </Checkbox>
          ))}
        </CheckboxGroup>
      ) : null}
      {hasRights ? (
        <Checkbox size="S" isSelected={mayPublish} onChange={setMayPublish}>
          {say('snippets.publish')}
        </Checkbox>
      ) : null}
      {snippets
        .filter(({ id }) => id !== 'api-yaml' || chosen.length > 0)
        .map((fix) => (
          <Snippet key={fix.id} fix={fix} />
        ))}
    </div>
  )
}

function Snippet({ fix: { id, text } }: { fix: FixSnippet }) {
  const say = useMessages(messages)
  return (
    <div className={snippet}>
      <div className={titleLine}>
        <h5 className={title}>{say(`snippet.${id}`)}</h5>
        <CopyButton text={text} label={say('copy')} of={say(`snippet.${id}`)} />
      </div>
      <p className={where}>{say(`snippet.${id}.where`)}</p>
      <pre className={code}>{text.trimEnd()}</pre>
    </div>
  )
}
