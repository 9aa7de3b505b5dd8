import { Checkbox } from '@react-spectrum/s2/Checkbox'
import { CheckboxGroup } from '@react-spectrum/s2/CheckboxGroup'
import { Disclosure, DisclosurePanel, DisclosureTitle } from '@react-spectrum/s2/Disclosure'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { type ReactNode, useState } from 'react'
import { type Environment, environments } from '../../../../shared/connections'
import type { CauseId } from '../../../../shared/failure-catalogue'
import { type FixSnippet, snippetsFor } from '../../../../shared/fix-snippets'
import messages from '../../../../words/check/messages/en.json'
import { CopyButton } from '../../../components/copy-button'
import { useEnvironmentNames } from '../../../components/environment-mark'
import { useMessages } from '../../../language/messages'

const place = style({ display: 'flex', flexDirection: 'column', rowGap: 12, marginTop: 12, minWidth: 0 })
const heading = style({ font: 'title-sm', marginTop: 12, marginBottom: 0 })
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
  /** Level of the heading above it. Below 2 stands the metadata, which needs the room: there the texts are folded. */
  under: 2 | 3
}

/** The fix as texts to copy. */
export function FixSnippets(props: FixSnippetsProps) {
  const { cause, clientId, environments: preselected, assetPath, under } = props
  const say = useMessages(messages)
  const environmentName = useEnvironmentNames()
  const [chosen, setChosen] = useState<readonly Environment[]>(preselected)
  const [mayPublish, setMayPublish] = useState(false)
  const snippets = snippetsFor(cause, { clientId, environments: chosen, assetPath }, { mayPublish })
  if (snippets.length === 0) return null
  const hasEnvironments = snippets.some(({ id }) => id === 'api-yaml')
  const hasRights = snippets.some(({ id }) => id === 'repoinit')
  const texts = (
    <div className={place}>
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
          <Snippet key={fix.id} fix={fix} under={under} />
        ))}
    </div>
  )
  if (under === 2) return <Folded title={say('snippets.heading')}>{texts}</Folded>
  return (
    <div>
      <h4 className={heading}>{say('snippets.heading')}</h4>
      {texts}
    </div>
  )
}

function Folded({ title: words, children }: { title: string; children: ReactNode }) {
  return (
    <Disclosure isQuiet size="S" styles={style({ marginTop: 8 })}>
      <DisclosureTitle>{words}</DisclosureTitle>
      <DisclosurePanel>{children}</DisclosurePanel>
    </Disclosure>
  )
}

function Snippet({ fix: { id, text }, under }: { fix: FixSnippet } & Pick<FixSnippetsProps, 'under'>) {
  const say = useMessages(messages)
  const Heading = `h${under + 2}` as 'h4' | 'h5'
  return (
    <div className={snippet}>
      <div className={titleLine}>
        <Heading className={title}>{say(`snippet.${id}`)}</Heading>
        <CopyButton text={text} label={say('copy')} of={say(`snippet.${id}`)} />
      </div>
      <p className={where}>{say(`snippet.${id}.where`)}</p>
      <pre className={code}>{text.trimEnd()}</pre>
    </div>
  )
}
