import { AlertDialog } from '@react-spectrum/s2/AlertDialog'
import { Button } from '@react-spectrum/s2/Button'
import { ButtonGroup } from '@react-spectrum/s2/ButtonGroup'
import { Content } from '@react-spectrum/s2/Content'
import { Dialog, DialogContainer, Heading } from '@react-spectrum/s2/Dialog'
import { Radio, RadioGroup } from '@react-spectrum/s2/RadioGroup'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useState } from 'react'
import type { AssetLink, OpenedLink } from '../../../shared/asset-link'
import type { Connection } from '../../../shared/connections'
import { Definition, DefinitionList } from '../../components/definition-list'
import { EnvironmentMark } from '../../components/environment-mark'
import { PlainText } from '../../components/text/shown-text'
import { useMessages } from '../../language/messages'
import messages from './messages/en.json'

const column = style({ display: 'flex', flexDirection: 'column', rowGap: 16 })
const paragraph = style({ margin: 0 })
const choice = style({
  display: 'inline-flex',
  columnGap: 12,
  alignItems: 'baseline',
  overflowWrap: 'anywhere',
})

export type LinkDialogProps = {
  opened: OpenedLink
  connections: readonly Connection[]
  onFill: (connectionId: string, link: AssetLink) => void
  onAddConnection: (link: AssetLink) => void
  onClose: () => void
}

/** A link may come from anybody: it fills in fields, and only after a look at what it names. */
export function LinkDialog({ opened: { link }, connections, onClose, ...answers }: LinkDialogProps) {
  const say = useMessages(messages)
  return (
    <DialogContainer onDismiss={onClose}>
      {link === null ? (
        <AlertDialog title={say('unknown.title')} primaryActionLabel={say('close')}>
          {say('unknown.words')}
        </AlertDialog>
      ) : (
        <LinkQuestion
          // Another link begins anew.
          key={`${link.bucket} ${link.asset}`}
          link={link}
          connections={connections.filter(({ bucket }) => bucket === link.bucket)}
          onClose={onClose}
          {...answers}
        />
      )}
    </DialogContainer>
  )
}

type LinkQuestionProps = Omit<LinkDialogProps, 'opened'> & { link: AssetLink }

function LinkQuestion({ link, connections, onFill, onAddConnection, onClose }: LinkQuestionProps) {
  const say = useMessages(messages)
  const [chosen, choose] = useState(connections[0]?.id ?? null)
  function answer(act: () => void) {
    onClose()
    act()
  }
  return (
    <Dialog size="M">
      <Heading slot="title">{say('title')}</Heading>
      <Content>
        <div className={column}>
          <p className={paragraph}>{say('words')}</p>
          <DefinitionList>
            <Definition name={say('bucket')} isCode>
              {link.bucket}
            </Definition>
            <Definition name={say('asset')} isCode>
              <PlainText text={link.asset} />
            </Definition>
          </DefinitionList>
          {chosen === null ? (
            <p className={paragraph}>{say('none', { bucket: link.bucket })}</p>
          ) : (
            <RadioGroup label={say('connection')} value={chosen} onChange={choose}>
              {connections.map(({ id, name, environment }) => (
                <Radio key={id} value={id}>
                  <span className={choice}>
                    <bdi>{name}</bdi>
                    <EnvironmentMark environment={environment} />
                  </span>
                </Radio>
              ))}
            </RadioGroup>
          )}
        </div>
      </Content>
      <ButtonGroup>
        <Button variant="secondary" onPress={onClose}>
          {say('cancel')}
        </Button>
        {chosen === null ? (
          <Button variant="accent" onPress={() => answer(() => onAddConnection(link))}>
            {say('add')}
          </Button>
        ) : (
          <Button variant="accent" onPress={() => answer(() => onFill(chosen, link))}>
            {say('fill')}
          </Button>
        )}
      </ButtonGroup>
    </Dialog>
  )
}
