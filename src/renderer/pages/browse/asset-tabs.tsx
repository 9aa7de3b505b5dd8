import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { Tab, TabList, TabPanel, Tabs } from '@react-spectrum/s2/Tabs'
import {
  type ComponentRef,
  createContext,
  memo,
  type ReactNode,
  useContext,
  useLayoutEffect,
  useRef,
} from 'react'
import type { ExportFormat } from '../../../shared/exports'
import type { MetadataReading } from '../../../shared/metadata'
import type { AppError } from '../../../shared/result'
import { FailureNotice } from '../../components/failure/failure-notice'
import { useStableCallback } from '../../components/use-stable-callback'
import { whenShown } from '../../components/when-shown'
import { ExportMenu, useExport } from '../../features/exports/export-menu'
import { useMessages } from '../../language/messages'
import messages from './messages/en.json'

const whole = style({ display: 'flex', flexDirection: 'column', rowGap: 4, flexGrow: 1, minHeight: 0 })
const anchor = style({
  position: 'relative',
  display: 'flex',
  flexDirection: 'column',
  flexGrow: 1,
  flexBasis: 0,
  minHeight: 0,
})
const tabs = style({ flexGrow: 1, flexBasis: 0, minHeight: 0 })
/** At the end of the line of tabs. */
const menu = style({ position: 'absolute', top: 0, insetEnd: 0 })
const quiet = style({ font: 'body', color: 'neutral-subdued', marginTop: 12 })

const RequestPanel = whenShown(() => import('../../features/requests/request-panel'), 'RequestPanel')
const ExportReport = whenShown(() => import('../../features/exports/export-report'), 'ExportReport')

export type AssetTabsProps = {
  reading: MetadataReading | null
  /** Why the latest try to read it failed, or null. */
  error: AppError | null
  /** The metadata; missing where none was read. */
  children: ReactNode
}

/** The metadata of an asset and the call that brought it, side by side; and what can be taken along. */
export function AssetTabs({ reading, error, children }: AssetTabsProps) {
  const say = useMessages(messages)
  const evidence = error?.kind === 'failure' ? error.evidence : null
  const failed = evidence?.exchange ?? null
  const saving = useExport()
  const exportAs = useStableCallback((format: ExportFormat) => {
    if (reading) saving.mutate({ assetId: reading.assetId, text: reading.text, format })
  })
  // The outcome of an export belongs to its own asset.
  const saved = saving.variables?.assetId === reading?.assetId ? saving : null
  return (
    <div className={whole}>
      {saved?.error ? <FailureNotice error={saved.error.error} /> : null}
      {saved?.data ? <ExportReport outcome={saved.data} onClose={saving.reset} /> : null}
      <div className={anchor}>
        <Panels
          value={{
            metadata: reading ? children : <p className={quiet}>{say('metadata.none')}</p>,
            request: (
              <RequestPanel
                exchange={failed ?? reading?.exchange ?? null}
                idInBody={evidence?.requestId ?? null}
                sentNothing={error !== null && failed === null}
              />
            ),
          }}
        >
          <PanelTabs />
        </Panels>
        {reading ? (
          <div className={menu} ref={tellWidthOfMenu}>
            <ExportMenu onExport={exportAs} />
          </div>
        ) : null}
      </div>
    </div>
  )
}

/** Beside what stands between the tabs and the menu, which are as wide as their words. */
const gap = 24

/** How far the tabs reach in their line: `--tabs-width`. */
function tellWidthOfTabs(element: HTMLElement | null): () => void {
  const last = element?.querySelector<HTMLElement>('[role=tab]:last-of-type')
  if (!element || !last) return () => undefined
  return whenResized(last, () => {
    const [line, tab] = [element.getBoundingClientRect(), last.getBoundingClientRect()]
    const isMirrored = getComputedStyle(element).direction === 'rtl'
    const reach = isMirrored ? line.right - tab.left : tab.right - line.left
    element.style.setProperty('--tabs-width', `${reach + gap}px`)
  })
}

/** How far the menu reaches in the line of the tabs, from its end: `--menu-width`. */
function tellWidthOfMenu(element: HTMLElement | null): () => void {
  const line = element?.parentElement
  if (!element || !line) return () => undefined
  return whenResized(element, () => {
    line.style.setProperty('--menu-width', `${element.offsetWidth + gap / 2}px`)
  })
}

function whenResized(element: HTMLElement, tell: () => void): () => void {
  const observer = new ResizeObserver(tell)
  observer.observe(element)
  return () => observer.disconnect()
}

type PanelName = 'metadata' | 'request'

const Panels = createContext<Readonly<Record<PanelName, ReactNode>>>({ metadata: null, request: null })

function Panel({ name }: { name: PanelName }) {
  return useContext(Panels)[name]
}

/** Spectrum measures its tabs whenever they are drawn: their panels change with each asset, they themselves never do. */
const PanelTabs = memo(() => {
  const say = useMessages(messages)
  const tabsRef = useRef<ComponentRef<typeof Tabs>>(null)
  useLayoutEffect(() => tellWidthOfTabs(tabsRef.current?.UNSAFE_getDOMNode() ?? null), [])
  return (
    <Tabs ref={tabsRef} aria-label={say('tabs')} density="compact" styles={tabs}>
      <TabList>
        <Tab id="metadata">{say('tab.metadata')}</Tab>
        <Tab id="request">{say('tab.request')}</Tab>
      </TabList>
      <TabPanel id="metadata" shouldForceMount>
        <Panel name="metadata" />
      </TabPanel>
      <TabPanel id="request">
        <Panel name="request" />
      </TabPanel>
    </Tabs>
  )
})
