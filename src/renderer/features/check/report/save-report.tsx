import { Button } from '@react-spectrum/s2/Button'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useMutation } from '@tanstack/react-query'
import type { CheckReport } from '../../../../shared/check'
import type { CheckLanguage } from '../../../../words/check/check-language'
import { reportJson } from '../../../../words/check/report/report-json'
import { reportMarkdown } from '../../../../words/check/report/report-markdown'
import { isolate } from '../../../../words/language/say-in'
import { CopyButton } from '../../../components/copy-button'
import { FailureNotice } from '../../../components/failure/failure-notice'
import { loadScript } from '../../../components/load-script'
import { unwrap } from '../../../desktop/desktop'
import { useCheckLanguage } from '../check-language'

const place = style({ display: 'flex', flexDirection: 'column', rowGap: 8, minWidth: 0 })
const buttons = style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 12 })
const note = style({ font: 'ui-sm', color: 'neutral-subdued', overflowWrap: 'anywhere', userSelect: 'text' })

type Format = 'html' | 'pdf' | 'json'

function nameOf({ say }: CheckLanguage, reports: readonly CheckReport[]): string {
  const date = reports[0]?.finishedAt.slice(0, 10) ?? ''
  const [only] = reports.length === 1 ? reports : []
  return only ? say('report.name', { name: only.connectionName, date }) : say('report.name.several', { date })
}

async function write(
  language: CheckLanguage,
  reports: readonly CheckReport[],
  format: Format,
): Promise<string> {
  if (format === 'json') return reportJson(language, reports)
  // React's server side is needed for this alone, so it is not loaded at the start.
  const { reportHtml } = await loadScript(() => import('../../../../words/check/report/report-html'))
  return reportHtml(language, reports)
}

/** Saves what was found out, to be attached to a ticket. */
export function SaveReport({ reports }: { reports: readonly CheckReport[] }) {
  const language = useCheckLanguage()
  const { say } = language
  const save = useMutation({
    mutationFn: async (format: Format) => {
      const text = await write(language, reports, format)
      return unwrap(window.desktop.saveReport({ name: nameOf(language, reports), format, text }))
    },
  })
  return (
    <div className={place}>
      <div className={buttons}>
        <Button variant="secondary" size="S" onPress={() => save.mutate('html')}>
          {say('report.save')}
        </Button>
        <Button variant="secondary" fillStyle="outline" size="S" onPress={() => save.mutate('pdf')}>
          {say('report.save.pdf')}
        </Button>
        <Button variant="secondary" fillStyle="outline" size="S" onPress={() => save.mutate('json')}>
          {say('report.save.json')}
        </Button>
        <CopyButton isOnCard label={say('report.copy')} text={reportMarkdown(language, reports)} />
        <span role="status" className={note}>
          {save.data ? say('report.saved', { path: isolate(save.data.path) }) : say('report.words')}
        </span>
        {save.data ? <ShowSaved path={save.data.path} /> : null}
      </div>
      {save.error ? <FailureNotice error={save.error.error} /> : null}
    </div>
  )
}

function ShowSaved({ path }: { path: string }) {
  const { say } = useCheckLanguage()
  const show = useMutation({ mutationFn: () => unwrap(window.desktop.showReport({ path })) })
  return (
    <Button variant="secondary" fillStyle="outline" size="S" onPress={() => show.mutate()}>
      {say('report.show')}
    </Button>
  )
}
