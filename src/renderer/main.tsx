import '@react-spectrum/s2/page.css'
import './page.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app'
import { createQueryClient } from './desktop/query-client'
import { reportTroubles } from './desktop/report-troubles'
import { connectionsQuery } from './features/connections/connection-queries'
import { sessionQuery } from './features/session/session-queries'
import { settingsQuery } from './features/settings/settings-queries'

reportTroubles()
const client = createQueryClient()
// Requested before the first render, which needs all three.
void client.prefetchQuery(sessionQuery())
void client.prefetchQuery(connectionsQuery())
void client.prefetchQuery(settingsQuery())

const root = document.getElementById('root')
if (root) {
  // What a boundary has caught is a bug as well.
  createRoot(root, { onCaughtError: (thrown) => reportError(thrown) }).render(
    <StrictMode>
      <App client={client} />
    </StrictMode>,
  )
}
