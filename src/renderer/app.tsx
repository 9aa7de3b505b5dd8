import { Provider, useLocale } from '@react-spectrum/s2/Provider'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { type QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { useLayoutEffect } from 'react'
import type { Theme } from '../shared/session'
import { Announcer } from './components/announcer'
import { ChosenDensity } from './components/density'
import { ErrorBoundary, FailureNoticeWhenShown } from './components/failure/error-boundary'
import { connectionsQuery } from './features/connections/connection-queries'
import { sessionQuery } from './features/session/session-queries'
import { useInterfaceLocale } from './features/settings/language-queries'
import { settingsQuery } from './features/settings/settings-queries'
import { FormatLocale, usualFormatLocale } from './language/formats'
import { MainWindow } from './shell/main-window'

const startFailure = style({ padding: 32 })

export function App({ client }: { client: QueryClient }) {
  return (
    <QueryClientProvider client={client}>
      <ThemedWindow />
    </QueryClientProvider>
  )
}

function ThemedWindow() {
  const session = useQuery(sessionQuery())
  const connections = useQuery(connectionsQuery())
  const settings = useQuery(settingsQuery())
  const locale = useInterfaceLocale(settings.data?.interfaceLocale ?? null)
  const error = session.error ?? connections.error ?? settings.error
  function retry() {
    void session.refetch()
    void connections.refetch()
    void settings.refetch()
  }
  return (
    <Provider
      background="layer-1"
      locale={locale ?? 'en-US'}
      {...colorSchemeOf(session.data?.theme ?? 'system')}
    >
      {error ? (
        <main className={startFailure}>
          <FailureNoticeWhenShown error={error.error} onRetry={retry} />
        </main>
      ) : null}
      {session.data && connections.data && settings.data && locale !== null ? (
        <FormatLocale value={settings.data.dateLocale ?? usualFormatLocale(settings.data)}>
          <ChosenDensity value={settings.data.density}>
            <DocumentLanguage />
            <Announcer>
              <ErrorBoundary>
                <MainWindow session={session.data} list={connections.data} />
              </ErrorBoundary>
            </Announcer>
          </ChosenDensity>
        </FormatLocale>
      ) : null}
    </Provider>
  )
}

function colorSchemeOf(theme: Theme) {
  return theme === 'system' ? {} : { colorScheme: theme }
}

/** For what stands outside of Spectrum's own elements, and for those who read the window aloud. */
function DocumentLanguage() {
  const { locale, direction } = useLocale()
  useLayoutEffect(() => {
    document.documentElement.lang = locale
    document.documentElement.dir = direction
  }, [locale, direction])
  return null
}
