import { Button } from '@react-spectrum/s2/Button'
import { ButtonGroup } from '@react-spectrum/s2/ButtonGroup'
import { Content } from '@react-spectrum/s2/Content'
import { Dialog } from '@react-spectrum/s2/Dialog'
import { Heading } from '@react-spectrum/s2/Heading'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useMessages } from '../../language/messages'
import { useCredentialFacts } from './describe-import'
import messages from './messages/en.json'
import type { FoundCredential } from './use-credential-import'

const paragraph = style({ marginTop: 0, marginBottom: 16 })
const list = style({
  display: 'flex',
  flexDirection: 'column',
  rowGap: 8,
  margin: 0,
  padding: 0,
  listStyleType: 'none',
})
const item = style({
  display: 'flex',
  flexDirection: 'column',
  rowGap: 4,
  boxSizing: 'border-box',
  width: 'full',
  minWidth: 0,
  paddingX: 16,
  paddingY: 12,
  borderStyle: 'solid',
  borderWidth: 1,
  borderColor: { default: 'gray-300', ':hover': 'gray-500' },
  borderRadius: 'lg',
  backgroundColor: { default: 'transparent', ':hover': 'gray-100' },
  textAlign: 'start',
  font: 'ui-sm',
  color: 'neutral-subdued',
  cursor: 'pointer',
  overflowWrap: 'anywhere',
  outlineStyle: { default: 'none', ':focus-visible': 'solid' },
  outlineColor: 'focus-ring',
  outlineWidth: 2,
  outlineOffset: 2,
})
const name = style({ font: 'title-sm', color: 'neutral' })
const clientId = style({ font: 'code-xs', color: 'neutral-subdued' })

export type CredentialPickerProps = {
  found: readonly FoundCredential[]
  onChoose: (found: FoundCredential) => void
  onCancel: () => void
}

/** Lets the user choose a credential of a file that has several. */
export function CredentialPicker({ found, onChoose, onCancel }: CredentialPickerProps) {
  const say = useMessages(messages)
  const factsOf = useCredentialFacts()
  return (
    <Dialog size="M">
      <Heading slot="title">{say('choose.title')}</Heading>
      <Content>
        <p className={paragraph}>{say('choose.words', { count: found.length })}</p>
        <ul className={list}>
          {found.map((each) => (
            <li key={each.imported.candidate}>
              <button type="button" className={item} onClick={() => onChoose(each)}>
                <span className={name}>
                  <bdi>{each.credential.name}</bdi>
                </span>
                <span className={clientId}>{each.credential.clientId}</span>
                <span>{factsOf(each.credential)}</span>
                {each.credential.origin === null ? null : <bdi>{each.credential.origin}</bdi>}
              </button>
            </li>
          ))}
        </ul>
      </Content>
      <ButtonGroup>
        <Button variant="secondary" onPress={onCancel}>
          {say('choose.cancel')}
        </Button>
      </ButtonGroup>
    </Dialog>
  )
}
