import { Button } from '@react-spectrum/s2/Button'
import { ProgressBar } from '@react-spectrum/s2/ProgressBar'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import type { Update, UpdatesState } from '../../../shared/updates'
import { FailureNotice } from '../../components/failure/failure-notice'
import { ShownText } from '../../components/text/shown-text'
import { useFormats } from '../../language/formats'
import { useMessages } from '../../language/messages'
import messages from './messages/en.json'
import { useCancelUpdate, useDownloadUpdate, useInstallUpdate, useOpenUpdateServer } from './updates-queries'

const group = style({
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'start',
  rowGap: 12,
  width: 'full',
})
const paragraph = style({ font: 'body-sm', margin: 0, maxWidth: 640 })
const line = style({ display: 'flex', flexWrap: 'wrap', alignItems: 'end', columnGap: 16, rowGap: 8 })
const heading = style({ font: 'title-sm', margin: 0 })
const notesText = style({
  font: 'body-sm',
  margin: 0,
  padding: 12,
  borderRadius: 'default',
  backgroundColor: 'layer-1',
  boxSizing: 'border-box',
  width: 'full',
  maxWidth: 640,
  maxHeight: 240,
  overflowY: 'auto',
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
})

/** The most elements that hostile notes can produce. */
const mostSymbols = 200

/** The version that the server has, its notes, and the next step towards it; nothing where there is none. */
export function NewVersion({ state }: { state: UpdatesState }) {
  const { phase } = state
  if (!('update' in phase)) return null
  return (
    <div className={group}>
      <NextStep state={state} />
      <ReleaseNotes update={phase.update} />
    </div>
  )
}

function NextStep({ state: { phase, canInstall } }: { state: UpdatesState }) {
  const say = useMessages(messages)
  const install = useInstallUpdate()
  switch (phase.kind) {
    case 'available':
      return <Available update={phase.update} canInstall={canInstall} />
    case 'downloading':
      return <Downloading {...phase} />
    case 'ready':
      return (
        <>
          <p role="status" className={paragraph}>
            {say('ready', { version: phase.update.version })}
          </p>
          <Button variant="accent" onPress={() => install.mutate(undefined)}>
            {say('install')}
          </Button>
          {install.error ? <FailureNotice error={install.error.error} /> : null}
        </>
      )
    case 'installing':
      return (
        <p role="status" className={paragraph}>
          {say('installing', { version: phase.update.version })}
        </p>
      )
    default:
      return null
  }
}

function Available({ update, canInstall }: { update: Update; canInstall: boolean }) {
  const say = useMessages(messages)
  const formats = useFormats()
  const download = useDownloadUpdate()
  const open = useOpenUpdateServer()
  const { version } = update
  return (
    <>
      <p role="status" className={paragraph}>
        {update.releasedAt === null
          ? say('available', { version })
          : say('available.dated', { version, date: formats.date(update.releasedAt) })}
      </p>
      {canInstall ? (
        <Button variant="accent" onPress={() => download.mutate(undefined)}>
          {update.bytes === null
            ? say('download')
            : say('download.size', { bytes: formats.bytes(update.bytes) })}
        </Button>
      ) : (
        <>
          <p className={paragraph}>{say('elsewhere')}</p>
          <Button variant="secondary" fillStyle="outline" onPress={() => open.mutate()}>
            {say('open')}
          </Button>
        </>
      )}
      {download.error ? <FailureNotice error={download.error.error} /> : null}
      {open.error ? <FailureNotice error={open.error.error} /> : null}
    </>
  )
}

type DownloadingProps = { update: Update; receivedBytes: number; totalBytes: number | null }

function Downloading({ update, receivedBytes, totalBytes }: DownloadingProps) {
  const say = useMessages(messages)
  const formats = useFormats()
  const cancel = useCancelUpdate()
  const received = formats.bytes(receivedBytes)
  return (
    <div className={line}>
      <ProgressBar
        label={say('downloading', { version: update.version })}
        size="S"
        isIndeterminate={totalBytes === null}
        value={receivedBytes}
        maxValue={totalBytes ?? 1}
        valueLabel={
          totalBytes === null
            ? received
            : say('downloading.of', { received, total: formats.bytes(totalBytes) })
        }
        styles={style({ width: 360, flexShrink: 1 })}
      />
      <Button
        variant="secondary"
        fillStyle="outline"
        isDisabled={cancel.isPending}
        onPress={() => cancel.mutate(undefined)}
      >
        {say('cancel')}
      </Button>
    </div>
  )
}

/** The server's text as text: nothing in it becomes markup, a link or a picture. */
function ReleaseNotes({ update: { version, notes } }: { update: Update }) {
  const say = useMessages(messages)
  const title = say('notes', { version })
  if (notes === null) return <p className={paragraph}>{say('notes.none')}</p>
  return (
    <>
      <h3 className={heading}>{title}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard. */}
      <section className={notesText} aria-label={title} tabIndex={0}>
        <ShownText text={notes.text} isCut={notes.isCut} whiteSpace="layout" maxParts={mostSymbols} />
      </section>
      {notes.isCut ? <p className={paragraph}>{say('notes.cut')}</p> : null}
    </>
  )
}
