import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useQuery } from '@tanstack/react-query'
import type { Theme } from '../../../shared/session'
import { FailureNotice } from '../../components/failure/failure-notice'
import { KeptSettings } from '../../features/kept/kept-settings'
import { NetworkSettings } from '../../features/network/network-settings'
import { ThemeChoice } from '../../features/session/theme-choice'
import { AppearanceSettings } from '../../features/settings/appearance-settings'
import { HostList } from '../../features/settings/host-list'
import { InstallationCheck } from '../../features/settings/installation-check'
import messages from '../../features/settings/messages/en.json'
import { PlaceList } from '../../features/settings/place-list'
import { programQuery, settingsQuery, useChangeSettings } from '../../features/settings/settings-queries'
import { TimeoutSettings } from '../../features/settings/timeout-settings'
import { UpdatesSettings } from '../../features/updates/updates-settings'
import { useMessages } from '../../language/messages'

const header = style({ flexShrink: 0, paddingX: 24, paddingTop: 16, paddingBottom: 8 })
const title = style({ font: 'heading', margin: 0 })
const scroller = style({ flexGrow: 1, minHeight: 0, overflowY: 'auto', paddingX: 24, paddingBottom: 32 })
const column = style({ display: 'flex', flexDirection: 'column', rowGap: 32, maxWidth: 800, paddingTop: 8 })

/** The user's settings, where the program stores what, and which hosts it has called. */
export function SettingsPage({ theme }: { theme: Theme }) {
  const say = useMessages(messages)
  const settings = useQuery(settingsQuery())
  const program = useQuery(programQuery())
  const change = useChangeSettings()
  const problem = settings.error ?? program.error ?? change.error
  return (
    <>
      <header className={header}>
        <h1 className={title}>{say('title')}</h1>
      </header>
      <div className={scroller}>
        <div className={column}>
          {problem ? <FailureNotice error={problem.error} /> : null}
          {settings.data ? (
            <>
              <AppearanceSettings
                themeChoice={<ThemeChoice theme={theme} />}
                settings={settings.data}
                onChange={change.mutate}
              />
              <KeptSettings
                settings={settings.data}
                onChange={change.mutate}
                onDeleted={() => void program.refetch()}
              />
              <TimeoutSettings settings={settings.data} />
            </>
          ) : null}
          <NetworkSettings />
          <UpdatesSettings />
          {program.data ? (
            <>
              <PlaceList program={program.data} />
              <HostList hosts={program.data.hosts} onRefresh={() => void program.refetch()} />
              <InstallationCheck />
            </>
          ) : null}
        </div>
      </div>
    </>
  )
}
