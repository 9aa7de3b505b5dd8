import { Provider } from '@react-spectrum/s2/Provider'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { type QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import type { Theme } from '../shared/session'
import { ChosenDensity } from './components/density'
import { ErrorBoundary, FailureNoticeWhenShown } from './components/failure/error-boundary'
import { connectionsQuery } from './features/connections/connection-queries'
import { sessionQuery } from './features/session/session-queries'
import { settingsQuery } from './features/settings/settings-queries'
import { ChosenLocale } from './language/formats'
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
  const { data: settings } = useQuery(settingsQuery())
  const error = session.error ?? connections.error
  function retry() {
    void session.refetch()
    void connections.refetch()
  }
  return (
    <Provider background="layer-1" {...colorSchemeOf(session.data?.theme ?? 'system')}>
      {error ? (
        <main className={startFailure}>
          <FailureNoticeWhenShown error={error.error} onRetry={retry} />
        </main>
      ) : null}
      {session.data && connections.data ? (
        <ChosenLocale value={settings?.dateLocale ?? null}>
          <ChosenDensity value={settings?.density ?? 'comfortable'}>
            <ErrorBoundary>
              <MainWindow session={session.data} list={connections.data} />
            </ErrorBoundary>
          </ChosenDensity>
        </ChosenLocale>
      ) : null}
    </Provider>
  )
}

function colorSchemeOf(theme: Theme) {
  return theme === 'system' ? {} : { colorScheme: theme }
}
