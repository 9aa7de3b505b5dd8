import { Button } from '@react-spectrum/s2/Button'
import { Switch } from '@react-spectrum/s2/Switch'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { TextField, type TextFieldRef } from '@react-spectrum/s2/TextField'
import { useId, useRef, useState } from 'react'
import type { ProxyLogin } from '../../../shared/network'
import { isolate } from '../../../words/language/say-in'
import { ConfirmButton } from '../../components/confirm-button'
import { FailureNotice } from '../../components/failure/failure-notice'
import { problemProps } from '../../components/problem-props'
import { useMessages } from '../../language/messages'
import { useFieldWords } from './field-words'
import messages from './messages/en.json'
import { useForgetProxyLogin, useSaveProxyLogin } from './network-queries'

const group = style({ display: 'flex', flexDirection: 'column', rowGap: 12, paddingTop: 8, width: 'full' })
const column = style({ display: 'flex', flexDirection: 'column', rowGap: 12 })
const heading = style({ font: 'title-sm', margin: 0 })
const paragraph = style({ font: 'body-sm', margin: 0, maxWidth: 640, overflowWrap: 'anywhere' })
const refused = style({
  font: 'body-sm',
  margin: 0,
  maxWidth: 640,
  overflowWrap: 'anywhere',
  color: 'negative-1000',
})
const fields = style({ display: 'flex', flexWrap: 'wrap', columnGap: 12, rowGap: 8 })
const buttons = style({ display: 'flex', flexWrap: 'wrap', gap: 8 })
const half = style({ width: 240 })

export type ProxyLoginFormProps = { proxy: string; login: ProxyLogin | null }

/** The sign-in for the proxy that is set or that has asked for one. The password is the input element's own. */
export function ProxyLoginForm({ proxy, login }: ProxyLoginFormProps) {
  const say = useMessages(messages)
  const headingId = useId()
  const [user, setUser] = useState(login?.user ?? '')
  const [keepsInKeychain, setKeeps] = useState(login?.isInKeychain ?? true)
  const [passwordInput, setPasswordInput] = useState(0)
  const password = useRef<TextFieldRef>(null)
  const save = useSaveProxyLogin(() => ({
    user,
    password: password.current?.getInputElement()?.value ?? '',
    keepsInKeychain,
  }))
  const forget = useForgetProxyLogin()
  const { wordsOf, otherError } = useFieldWords(save.error?.error)
  const error = otherError ?? forget.error?.error
  const userWords = wordsOf('proxyUser')
  const passwordWords = wordsOf('proxyPassword')
  return (
    <section className={group} aria-labelledby={headingId}>
      <h3 id={headingId} className={heading}>
        {say('login')}
      </h3>
      <p className={paragraph}>{say('login.for', { proxy: isolate(proxy) })}</p>
      <LoginState login={login} />
      <form
        className={column}
        onSubmit={(event) => {
          event.preventDefault()
          // A new input: what the former one knows of the password goes with it.
          save.mutate(undefined, { onSuccess: () => setPasswordInput((number) => number + 1) })
        }}
      >
        <div className={fields}>
          <TextField
            label={say('login.user')}
            value={user}
            onChange={(text) => {
              save.reset()
              setUser(text)
            }}
            {...problemProps(userWords)}
            autoComplete="off"
            spellCheck="false"
            styles={half}
          />
          <TextField
            key={passwordInput}
            ref={password}
            type="password"
            label={say('login.password')}
            onChange={() => save.reset()}
            {...problemProps(passwordWords)}
            autoComplete="new-password"
            spellCheck="false"
            styles={half}
          />
        </div>
        <Switch isSelected={keepsInKeychain} onChange={setKeeps}>
          {say('login.keep')}
        </Switch>
        <div className={buttons}>
          <Button type="submit" variant="secondary" isPending={save.isPending}>
            {say('login.save')}
          </Button>
          {login === null ? null : (
            <ConfirmButton
              variant="negative"
              fillStyle="outline"
              label={say('login.remove')}
              danger="destructive"
              title={say('login.remove.title')}
              confirmLabel={say('login.remove.confirm')}
              onConfirm={() => forget.mutate(undefined)}
            >
              {say('login.remove.words', { proxy: isolate(login.proxy) })}
            </ConfirmButton>
          )}
        </div>
      </form>
      {error ? <FailureNotice error={error} /> : null}
    </section>
  )
}

function LoginState({ login }: { login: ProxyLogin | null }) {
  const say = useMessages(messages)
  if (login === null) return <p role="status" className={paragraph} />
  const user = isolate(login.user)
  if (login.isRefused) {
    return (
      <p role="status" className={refused}>
        {say('login.refused', { proxy: isolate(login.proxy), user })}
      </p>
    )
  }
  return (
    <p role="status" className={paragraph}>
      {say(login.isInKeychain ? 'login.keychain' : 'login.session', { user })}
    </p>
  )
}
