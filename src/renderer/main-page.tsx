import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import type { Connection } from '../shared/connection'
import { FailureNotice } from './components/failure/failure-notice'
import { ConnectionHeader } from './connection-header'
import { ConnectionPage } from './features/connections/connection-page'
import { useConnectionMessages } from './features/connections/messages'
import type { Drafts } from './features/connections/use-drafts'
import { DemoMenu } from './features/demo/demo-menu'
import { BrowsePage } from './features/metadata/browse-page'
import type { Works } from './features/metadata/use-works'
import type { useTryDemo } from './features/welcome/try-demo'
import { WelcomePage } from './features/welcome/welcome-page'
import { browse, type Place, settings } from './use-place'

const plainHeader = style({ flexShrink: 0, paddingX: 24, paddingTop: 16, paddingBottom: 8 })
const title = style({ font: 'heading', margin: 0 })
const inset = style({ paddingX: 24, paddingTop: 16 })

export type MainPageProps = {
  place: Place
  connection: Connection | null
  drafts: Drafts
  works: Works
  demo: ReturnType<typeof useTryDemo>
  onGo: (place: Place) => void
  onSaved: (saved: Connection) => void
  onForgotten: (connection: Connection) => void
}

/** The page of the place. */
export const MainPage = ({
  place,
  connection,
  drafts,
  works,
  demo,
  onGo,
  onSaved,
  onForgotten,
}: MainPageProps) => {
  const say = useConnectionMessages()
  if (place.page === 'welcome') {
    return (
      <WelcomePage
        isStarting={demo.isPending}
        error={demo.error?.error ?? null}
        onTryDemo={() => demo.mutate()}
        onAddConnection={() => onGo(settings(null))}
      />
    )
  }
  const work = connection ? works.of(connection) : null
  return (
    <>
      {connection ? (
        <ConnectionHeader
          connection={connection}
          page={place.page}
          onChoose={(page) => onGo(page === 'browse' ? browse(connection.id) : settings(connection.id))}
        >
          {connection.kind === 'demo' ? (
            <DemoMenu {...{ connection, drafts, works }} page={place.page} />
          ) : null}
        </ConnectionHeader>
      ) : (
        <header className={plainHeader}>
          <h1 className={title}>{say('heading.new')}</h1>
        </header>
      )}
      {demo.error ? (
        <div className={inset}>
          <FailureNotice error={demo.error.error} onRetry={() => demo.mutate()} />
        </div>
      ) : null}
      {place.page === 'browse' && connection && work ? (
        <BrowsePage
          key={connection.id}
          text={work.text}
          asked={work.asked}
          takesFocus={place.takesFocus}
          onChange={(text) => works.type(connection.id, text)}
          onSend={() => works.send(connection.id, work.text)}
        />
      ) : null}
      {place.page === 'settings' ? (
        <ConnectionPage
          key={place.connectionId ?? 'new'}
          connection={connection}
          drafts={drafts}
          isFresh={place.isFresh}
          onSaved={onSaved}
          onForgotten={onForgotten}
          onBrowse={() => connection && onGo(browse(connection.id, true))}
          onCancel={() => onGo({ page: 'welcome' })}
        />
      ) : null}
    </>
  )
}
