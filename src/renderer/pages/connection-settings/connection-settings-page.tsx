import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { type FormEvent, useState } from 'react'
import type { Connection } from '../../../shared/connections'
import type { FieldName } from '../../../shared/result'
import { FailureNotice } from '../../components/failure/failure-notice'
import { useOfferUndo } from '../../components/offer-undo'
import { useSecondSecretCheck } from '../../features/check/second-secret-check'
import { ConnectionFields } from '../../features/connections/connection-fields'
import { type ForgottenConnection, useForgetConnection } from '../../features/connections/connection-queries'
import { ForgetFailure } from '../../features/connections/forget-failure'
import messages from '../../features/connections/messages/en.json'
import { SaveFailure } from '../../features/connections/save-failure'
import { useSecretDescription, useSecretField } from '../../features/connections/secret-field'
import { SecretsPanel } from '../../features/connections/secrets/secrets-panel'
import type { Drafts } from '../../features/connections/use-drafts'
import { type AfterSave, useSaveConnection } from '../../features/connections/use-save-connection'
import { AllowChanges } from '../../features/edit/allow-changes'
import { ConnectionRuns } from '../../features/edit/bulk/connection-runs'
import { SentChanges } from '../../features/edit/sent-changes'
import {
  useImportedSecretText,
  useSavedAdvice,
  useSecretPlaceholder,
} from '../../features/imports/describe-import'
import { ImportPanel } from '../../features/imports/import-panel'
import { useShareConnection } from '../../features/imports/share-menu'
import type { CredentialImport } from '../../features/imports/use-credential-import'
import { useMessages } from '../../language/messages'
import { connectionTextOf, emptyConnectionText, isSameText } from '../../model/connections/connection-text'
import { ConnectionActions } from './connection-actions'

const form = style({ display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 })
const body = style({
  display: 'flex',
  flexDirection: 'column',
  rowGap: 20,
  flexGrow: 1,
  minHeight: 0,
  overflowY: 'auto',
  paddingX: 24,
  paddingY: 16,
})
/** Beside the buttons that led to it, so that it is visible at every scroll position. */
const outcome = style({
  flexShrink: 0,
  boxSizing: 'border-box',
  maxHeight: '[45%]',
  overflowY: 'auto',
  paddingX: 24,
  paddingTop: 8,
  paddingBottom: 12,
})
const column = style({ display: 'flex', flexDirection: 'column', rowGap: 20, maxWidth: 800 })

export type SavedForm = {
  saved: Connection
  /** Of the form that was saved; null where the connection is new. */
  id: string | null
  /** What is left to do about an import, in words, or null. */
  advice: string | null
  next: AfterSave
}

export type ConnectionSettingsPageProps = {
  /** null for a new connection */
  connection: Connection | null
  drafts: Drafts
  credentialImport: CredentialImport
  /** Just saved for the first time: the next step takes the focus. */
  isFresh: boolean
  /** Opened to allow changes, which takes the focus. */
  showsChanges: boolean
  onSaved: (saved: SavedForm) => void
  onForgotten: (forgotten: ForgottenConnection) => void
  onNotice: (text: string) => void
  onCheck: (connection: Connection) => void
  onCancel: () => void
  onOpenAsset: (assetId: string) => void
  onBrowse: () => void
}

/** The settings of one connection: its form, its secrets, its end. */
export function ConnectionSettingsPage(props: ConnectionSettingsPageProps) {
  const { connection, drafts, credentialImport, isFresh, showsChanges } = props
  const { onSaved, onForgotten, onNotice, onCheck, onCancel, onOpenAsset, onBrowse } = props
  const id = connection?.id ?? null
  const base = connection ? connectionTextOf(connection) : emptyConnectionText
  const text = drafts.of(id) ?? base
  const secret = useSecretField()
  const say = useMessages(messages)
  const offerUndo = useOfferUndo()
  const [edited, setEdited] = useState<ReadonlySet<string>>(new Set())
  const taken = connection === null ? credentialImport.taken : null
  const isDirty = secret.isTyped || taken !== null || !isSameText(text, base)
  const secretText = useSecretDescription(connection)
  const adviseOn = useSavedAdvice()
  const importedSecretText = useImportedSecretText(taken, secret.isTyped)
  const secretPlaceholder = useSecretPlaceholder(taken)

  const save = useSaveConnection({
    id,
    text,
    readSecret: secret.read,
    secretEdits: secret.edits,
    imported: taken?.imported ?? null,
    onImportGone: credentialImport.drop,
    onSaved: (saved, sent, next) => {
      secret.clearSent(sent.secretEdits)
      drafts.settle({ id, base, sent: sent.text, savedId: saved.id })
      onSaved({ saved, id, advice: adviseOn(taken, saved), next })
    },
  })
  const forget = useForgetConnection({ onForgotten })
  const share = useShareConnection(id, onNotice)

  function saveThen(next: AfterSave) {
    if (save.isPending) return
    setEdited(new Set())
    save.mutate({ keepSecretIn: 'keychain', next })
  }
  function check() {
    return connection && !isDirty ? onCheck(connection) : saveThen('check')
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    saveThen('stay')
  }
  function discard() {
    save.reset()
    secret.clear()
    drafts.drop(id)
    if (taken) credentialImport.drop()
    // Secrets that were typed or imported are gone: no copy of them waits for an undo.
    if (!isSameText(text, base)) offerUndo(say('discarded'), () => drafts.set(id, text))
  }
  function markEdited(field: FieldName | 'environment') {
    return setEdited((fields) => new Set(fields).add(field))
  }

  const problems = save.error?.error.kind === 'input' ? save.error.error.problems : []
  return (
    <form className={form} noValidate onSubmit={submit}>
      <div className={body}>
        <div className={column}>
          {connection ? null : <ImportPanel credentialImport={credentialImport} />}
          <ConnectionFields
            text={text}
            problems={problems.filter(({ field }) => !edited.has(field))}
            refusal={save.error}
            secretField={secret.field}
            secretInput={secret.input}
            // The page of the new connection replaces the form, and cannot carry a secret over.
            isSecretReadOnly={connection === null && save.isPending}
            secretDescription={importedSecretText ?? secretText}
            secretPlaceholder={secretPlaceholder}
            takesFocus={connection === null}
            attention={connection ? null : credentialImport.attention}
            onChange={(changed, field) => {
              markEdited(field)
              if (isSameText(changed, base)) drafts.drop(id)
              else drafts.set(id, changed)
            }}
            onSecretChange={(isTyped) => {
              markEdited('secret')
              secret.noteEdit(isTyped)
            }}
          />
          {connection?.kind === 'adobe' ? <Secrets connection={connection} /> : null}
          {connection ? (
            <>
              <AllowChanges connection={connection} takesFocus={showsChanges} />
              <SentChanges connection={connection} onOpenAsset={onOpenAsset} />
              <ConnectionRuns connectionId={connection.id} onBrowse={onBrowse} />
            </>
          ) : null}
        </div>
      </div>
      {save.error || forget.error || share.error ? (
        <div className={outcome}>
          {save.error ? (
            <SaveFailure
              error={save.error.error}
              replacesStored={connection?.secret.place === 'keychain'}
              onKeepForSession={() => save.mutate({ keepSecretIn: 'session', next: 'stay' })}
            />
          ) : null}
          {forget.error ? (
            <ForgetFailure
              error={forget.error.error}
              onForgetAnyway={() => connection && forget.mutate({ connection, forGood: true })}
            />
          ) : null}
          {share.error ? <FailureNotice error={share.error.error} /> : null}
        </div>
      ) : null}
      <ConnectionActions
        connection={connection}
        isDirty={isDirty}
        isSaving={save.isPending}
        takesFocus={isFresh}
        onCheck={check}
        onDiscard={discard}
        onCancel={onCancel}
        onShare={share.mutate}
        onForget={() => connection && forget.mutate({ connection, forGood: false })}
      />
    </form>
  )
}

function Secrets({ connection }: { connection: Connection }) {
  return <SecretsPanel connection={connection} check={useSecondSecretCheck(connection.id)} />
}
