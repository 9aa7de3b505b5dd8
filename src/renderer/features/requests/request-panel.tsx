import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import type { HttpExchange } from '../../../shared/http-exchange'
import { Definition, DefinitionList } from '../../components/definition-list'
import { Section } from '../../components/section'
import { useFormats } from '../../language/formats'
import { useMessages } from '../../language/messages'
import { CopiedCall } from './copied-call'
import { curlOfCall, curlOfToken } from './curl-commands'
import messages from './messages/en.json'
import { nodeScriptOf } from './node-script'
import { PhaseTimes } from './phase-times'
import { postmanCollectionOf } from './postman-collection'
import { Code, HeaderLines } from './wire-text'

const panel = style({
  display: 'flex',
  flexDirection: 'column',
  rowGap: 20,
  height: 'full',
  overflowY: 'auto',
  paddingBottom: 16,
  paddingEnd: 8,
  boxSizing: 'border-box',
  outlineStyle: { default: 'none', ':focus-visible': 'solid' },
  outlineColor: 'focus-ring',
  outlineWidth: 2,
  outlineOffset: '[-2px]',
})
const note = style({ font: 'body-sm', margin: 0, paddingTop: 12 })

export type RequestPanelProps = {
  exchange: HttpExchange | null
  /** The request ID that a body named, or null. */
  idInBody: string | null
  /** The latest try ended before anything was sent; `exchange` is the one before it, if any. */
  sentNothing: boolean
}

/** The latest call for an asset: what was sent, what came back, how long it took, and the call for other programs. */
export function RequestPanel({ exchange, idInBody, sentNothing }: RequestPanelProps) {
  const say = useMessages(messages)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <section className={panel} aria-label={say('call.latest')} tabIndex={0}>
      {sentNothing ? (
        <p className={note}>
          {say('nothing-sent')} {exchange ? say('earlier') : null}
        </p>
      ) : null}
      {exchange ? (
        <>
          <SentCall exchange={exchange} />
          <Answer exchange={exchange} idInBody={idInBody} />
          <Section title={say('time')} intro={say('time.words')}>
            <PhaseTimes phases={exchange.phases} />
          </Section>
          <TakeAlong exchange={exchange} />
        </>
      ) : null}
    </section>
  )
}

function SentCall({ exchange }: { exchange: HttpExchange }) {
  const say = useMessages(messages)
  const formats = useFormats()
  const etag = askedEtagOf(exchange)
  return (
    <Section title={say('call')} intro={say(exchange.to === 'ims' ? 'call.words.ims' : 'call.words')}>
      <DefinitionList>
        <Definition name={say('url')}>
          <Code text={exchange.url} />
        </Definition>
        <Definition name={say('method')}>
          <Code text={exchange.method} />
        </Definition>
        <Definition name={say('headers.request')}>
          <HeaderLines headers={exchange.requestHeaders} none={say('headers.none')} />
        </Definition>
        {exchange.requestBody === null ? null : (
          <Definition name={say('body')}>
            <Code text={exchange.requestBody} />
          </Definition>
        )}
        {exchange.to === 'ims' ? null : (
          <Definition name={say('conditional')}>
            {etag === null ? say('conditional.none') : say('conditional.asked', { etag })}
          </Definition>
        )}
        <Definition name={say('attempts')}>{say('attempts.words', { count: exchange.attempts })}</Definition>
        <Definition name={say('at')}>{formats.moment(exchange.at)}</Definition>
      </DefinitionList>
    </Section>
  )
}

function Answer({ exchange, idInBody }: { exchange: HttpExchange; idInBody: string | null }) {
  const say = useMessages(messages)
  const { status, responseHeaders } = exchange
  const ids = requestIdsOf(exchange)
  const isNamed = ids.some(([, id]) => id === idInBody)
  return (
    <Section title={say('answer')} intro={say('answer.words')}>
      <DefinitionList>
        <Definition name={say('status')}>
          {status === null
            ? say('status.none')
            : status === 304
              ? say('status.not-modified', { status })
              : status}
        </Definition>
        <Definition name={say('size')}>
          <BodySize {...exchange} />
        </Definition>
        <Definition name={say('requestIds')}>
          {idInBody !== null && !isNamed ? (
            say('requestIds.body', { id: idInBody })
          ) : (
            <HeaderLines headers={ids} none={say('requestIds.none')} />
          )}
        </Definition>
        <Definition name={say('headers.response')}>
          <HeaderLines headers={responseHeaders} none={say('headers.none')} />
        </Definition>
      </DefinitionList>
    </Section>
  )
}

function BodySize({ bodyBytes, wireBytes }: Pick<HttpExchange, 'bodyBytes' | 'wireBytes'>) {
  const say = useMessages(messages)
  const formats = useFormats()
  if (bodyBytes === null || bodyBytes === 0) return say('size.none')
  const body = formats.bytes(bodyBytes)
  if (wireBytes === null) return say('size.unknown', { body })
  return wireBytes === bodyBytes
    ? say('size.same', { body })
    : say('size.both', { body, wire: formats.bytes(wireBytes) })
}

function TakeAlong({ exchange }: { exchange: HttpExchange }) {
  const say = useMessages(messages)
  const token = <CopiedCall of="token" text={curlOfToken(exchange.credential)} isShown />
  const postmanWords = {
    name: say('postman.name', { host: new URL(exchange.url).host }),
    tokenCall: say('postman.token'),
    call: say('postman.call'),
  }
  return (
    <Section title={say('take')} intro={say('take.words')}>
      {exchange.to === 'ims' ? (
        token
      ) : (
        <>
          <CopiedCall of="curl" text={curlOfCall(exchange)} isShown />
          {token}
          <CopiedCall of="node" text={nodeScriptOf(exchange)} />
          <CopiedCall of="postman" text={postmanCollectionOf(exchange, postmanWords)} />
        </>
      )}
    </Section>
  )
}

/** Headers in which Adobe's services, and the networks in front of them, name a request. */
const requestIdNames = [
  'x-request-id',
  'x-debug-id',
  'x-correlation-id',
  'x-adobe-request-id',
  'x-served-by',
  'cf-ray',
]

/** The IDs by which Adobe's support finds the request. */
export function requestIdsOf({
  responseHeaders,
}: HttpExchange): readonly (readonly [name: string, id: string])[] {
  return responseHeaders.filter(([name]) => requestIdNames.includes(name))
}

/** The ETag of a conditional request, or null. */
export function askedEtagOf({ requestHeaders }: HttpExchange): string | null {
  return requestHeaders.find(([name]) => name.toLowerCase() === 'if-none-match')?.[1] ?? null
}
