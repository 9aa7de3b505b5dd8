import { ActionButton } from '@react-spectrum/s2/ActionButton'
import AlertDiamond from '@react-spectrum/s2/icons/AlertDiamond'
import CheckmarkCircle from '@react-spectrum/s2/icons/CheckmarkCircle'
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' }
import type { ImportCandidate } from '../../../shared/imports'
import { isolate } from '../../../words/language/say-in'
import { useMessages } from '../../language/messages'
import { useCredentialFacts } from './describe-import'
import messages from './messages/en.json'
import type { TakenImport } from './use-credential-import'

const card = style({
  display: 'flex',
  alignItems: 'start',
  columnGap: 12,
  padding: 16,
  borderRadius: 'lg',
  borderWidth: 1,
  borderStyle: 'solid',
  borderColor: 'gray-300',
  backgroundColor: 'base',
})
const text = style({ flexGrow: 1, minWidth: 0, font: 'body-sm', overflowWrap: 'anywhere' })
const title = style({ font: 'title-sm', margin: 0 })
const line = style({ marginTop: 4, marginBottom: 0 })

/** Nothing of it was left out or is in doubt. */
function isWhole({ leftOut, doubts }: ImportCandidate): boolean {
  return (
    leftOut.imsHost === null && leftOut.aemHost === null && leftOut.secretCount === 0 && doubts.length === 0
  )
}

/** What was imported into the form, and the way back. */
export function TakenCredential({ taken, onUndo }: { taken: TakenImport; onUndo: () => void }) {
  const say = useMessages(messages)
  const factsOf = useCredentialFacts()
  const { credential, format } = taken
  const { leftOut } = credential
  return (
    <section className={card}>
      {isWhole(credential) ? (
        <CheckmarkCircle styles={iconStyle({ color: 'positive' })} />
      ) : (
        <AlertDiamond styles={iconStyle({ color: 'notice' })} />
      )}
      <div className={text} role="status">
        <h2 className={title}>{say(`taken.${format}`)}</h2>
        <p className={line}>
          {credential.origin === null ? null : (
            <>
              <bdi>{credential.origin}</bdi> ·{' '}
            </>
          )}
          {factsOf({ ...credential, migrated: false })}
        </p>
        {credential.technicalAccountEmail === null ? null : (
          <p className={line}>{say('taken.account', { email: credential.technicalAccountEmail })}</p>
        )}
        {credential.migrated ? <p className={line}>{say('taken.migrated')}</p> : null}
        {leftOut.secretCount === 0 ? null : (
          <p className={line}>{say('taken.left-out.secrets', { count: leftOut.secretCount })}</p>
        )}
        {(['imsHost', 'aemHost'] as const).map((field) => {
          const host = leftOut[field]
          return host === null ? null : (
            <p key={field} className={line}>
              {say(`taken.left-out.${field}`, { host: isolate(host) })}
            </p>
          )
        })}
        {credential.doubts.map((doubt) => (
          <p key={doubt} className={line}>
            {say(`taken.doubt.${doubt}`)}
          </p>
        ))}
        {credential.scopes.length === 0 ? <p className={line}>{say('taken.no-scopes')}</p> : null}
      </div>
      <ActionButton size="S" onPress={onUndo} styles={style({ flexShrink: 0 })}>
        {say('taken.undo')}
      </ActionButton>
    </section>
  )
}
