import { setTimeout as delay } from 'node:timers/promises'
import { Message, type MessageBus, sessionBus, Variant } from '@jellybrick/dbus-next'
import { type SessionBus, startSessionBus } from './keyring'

/** What becomes of a call: `ignored` has no effect and no answer, as of a keyring that hangs. */
export type Treatment =
  | 'answered'
  | 'ignored'
  | 'dies-before-it'
  | 'dies-after-it'
  | { answeredAfterMs: number }

export type PromptAnswer = 'accepted' | 'dismissed' | 'ignored'

/** The methods of the service whose calls read or change what is kept. */
export type SecretServiceMethod = 'SearchItems' | 'Unlock' | 'GetSecrets' | 'CreateItem' | 'Delete'

/** What the service does with each call and each prompt; members can be exchanged while it runs. */
export type Script = {
  onCall: (method: SecretServiceMethod) => Treatment
  onPrompt: () => PromptAnswer
}

export type ScriptedSecretService = {
  bus: SessionBus
  script: Script
  /** What is kept, by account. */
  secrets: () => ReadonlyMap<string, string>
  lock: () => void
  unlock: () => void
  /** Takes its name again after it died, over what it kept. Nothing happens while it lives. */
  revive: () => Promise<void>
  close: () => Promise<void>
}

type Item = { account: string; secret: Buffer; contentType: string }

const serviceName = 'org.freedesktop.secrets'
const root = '/org/freedesktop/secrets'
const collection = `${root}/collection/test`
const nothing = '/'

/**
 * A Secret Service (specifications.freedesktop.org/secret-service) of one collection that behaves as a test wants. It takes
 * one call after the other, like gnome-keyring, and gives secrets in plain over the bus of the test.
 */
export async function startScriptedSecretService(): Promise<ScriptedSecretService> {
  const bus = await startSessionBus()
  const script: Script = { onCall: () => 'answered', onPrompt: () => 'accepted' }
  const items = new Map<string, Item>()
  /** What each prompt is asked to unlock. */
  const prompts = new Map<string, readonly string[]>()
  let isLocked = false
  let made = 0
  let connection: MessageBus | null = null
  let calls: Promise<unknown> = Promise.resolve()

  function die(): void {
    connection?.disconnect()
    connection = null
  }

  async function live(): Promise<void> {
    if (connection !== null) return
    const joined = sessionBus({ busAddress: bus.environment.DBUS_SESSION_BUS_ADDRESS ?? '' })
    joined.addMethodHandler((message) => {
      if (!message.path?.startsWith(root)) return false
      calls = calls.then(() => take(joined, message))
      return true
    })
    connection = joined
    await joined.requestName(serviceName)
  }

  async function take(joined: MessageBus, message: Message): Promise<void> {
    if (connection !== joined) return
    const treatment = isSecretServiceMethod(message.member) ? script.onCall(message.member) : 'answered'
    if (treatment === 'ignored') return
    if (treatment === 'dies-before-it') return die()
    if (typeof treatment === 'object') await delay(treatment.answeredAfterMs)
    const reply = answer(message)
    if (treatment === 'dies-after-it') return die()
    joined.send(reply)
    if (message.member === 'Prompt') completePrompt(joined, message.path)
  }

  function answer(message: Message): Message {
    function reply(signature: string, ...body: unknown[]) {
      return Message.newMethodReturn(message, signature, body)
    }
    const [first, second] = message.body
    switch (message.member) {
      case 'OpenSession':
        return first === 'plain'
          ? reply('vo', new Variant('s', ''), `${root}/session/1`)
          : Message.newError(message, 'org.freedesktop.DBus.Error.NotSupported', 'Only plain')
      case 'SearchItems': {
        const { account = '' } = first as Record<string, string>
        const found = [...items].filter(([, item]) => item.account === account).map(([path]) => path)
        return reply('aoao', isLocked ? [] : found, isLocked ? found : [])
      }
      case 'Unlock':
        return isLocked ? reply('aoo', [], promptFor(first as string[])) : reply('aoo', first, nothing)
      case 'GetSecrets':
        return reply('a{o(oayays)}', secretsAt(first as string[], String(second)))
      case 'CreateItem': {
        if (isLocked) return refuse(message)
        const [, secret, contentType] = (second as [string, Buffer, Buffer, string]).slice(1)
        return reply('oo', create(accountIn(first), secret as Buffer, String(contentType)), nothing)
      }
      case 'Delete':
        if (isLocked) return refuse(message)
        items.delete(message.path)
        return reply('o', nothing)
      case 'ReadAlias':
        return reply('o', collection)
      case 'GetAll':
        return reply('a{sv}', propertiesOf(message.path))
      case 'Prompt':
      case 'Close':
        return reply('')
      default:
        return Message.newError(message, 'org.freedesktop.DBus.Error.UnknownMethod', message.member)
    }
  }

  function refuse(message: Message): Message {
    return Message.newError(
      message,
      'org.freedesktop.Secret.Error.IsLocked',
      'Cannot create an item in a locked collection',
    )
  }

  function promptFor(objects: readonly string[]): string {
    const path = `${root}/prompt/${prompts.size + 1}`
    prompts.set(path, objects)
    return path
  }

  function create(account: string, secret: Buffer, contentType: string): string {
    const known = [...items].find(([, item]) => item.account === account)?.[0]
    const path = known ?? `${collection}/${++made}`
    items.set(path, { account, secret, contentType })
    return path
  }

  function secretsAt(paths: readonly string[], session: string): Record<string, unknown> {
    return Object.fromEntries(
      paths.flatMap((path) => {
        const item = items.get(path)
        return item ? [[path, [session, Buffer.alloc(0), item.secret, item.contentType]]] : []
      }),
    )
  }

  function propertiesOf(path: string): Record<string, Variant> {
    const item = items.get(path)
    return {
      Locked: new Variant('b', isLocked),
      Label: new Variant('s', path),
      ...(item ? { Attributes: new Variant('a{ss}', { account: item.account }) } : {}),
      ...(path === root ? { Collections: new Variant('ao', [collection]) } : {}),
    }
  }

  function completePrompt(joined: MessageBus, path: string): void {
    const given = script.onPrompt()
    if (given === 'ignored') return
    if (given === 'accepted') isLocked = false
    const unlocked = new Variant('ao', given === 'accepted' ? (prompts.get(path) ?? []) : [])
    const signal = Message.newSignal(path, 'org.freedesktop.Secret.Prompt', 'Completed', 'bv', [
      given === 'dismissed',
      unlocked,
    ])
    joined.send(signal)
  }

  await live()
  return {
    bus,
    script,
    secrets: () =>
      new Map([...items.values()].map(({ account, secret }) => [account, secret.toString('utf8')])),
    lock: () => {
      isLocked = true
    },
    unlock: () => {
      isLocked = false
    },
    revive: live,
    close: async () => {
      die()
      await bus.close()
    },
  }
}

const methods: readonly string[] = ['SearchItems', 'Unlock', 'GetSecrets', 'CreateItem', 'Delete']

function isSecretServiceMethod(member: string): member is SecretServiceMethod {
  return methods.includes(member)
}

function accountIn(properties: unknown): string {
  const attributes = (properties as Record<string, Variant<Record<string, string>>>)[
    'org.freedesktop.Secret.Item.Attributes'
  ]
  return attributes?.value.account ?? ''
}
