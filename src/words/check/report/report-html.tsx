import { renderToStaticMarkup } from 'react-dom/server'
import type { CheckReport } from '../../../shared/check'
import { asSentences } from '../../language/punctuation'
import type { CheckLanguage } from '../check-language'
import { describeSteps } from '../describe-steps'
import { ReportFindings } from './report-findings'
import { ReportFront } from './report-front'
import { PartLevel, ReportTable } from './report-parts'
import { reportStyle } from './report-style'
import { ReportEvidence, ReportRequests } from './report-tables'
import { ReportToken } from './report-token'

/** A saved report may load or run nothing, whatever an answer holds. */
const policy = "default-src 'none'; style-src 'unsafe-inline'"

type Props = { language: CheckLanguage; reports: readonly CheckReport[] }

/** A report as one HTML file without scripts, which prints well. All texts in it are escaped by React. */
export function reportHtml(language: CheckLanguage, reports: readonly CheckReport[]): string {
  return `<!doctype html>\n${renderToStaticMarkup(<ReportDocument language={language} reports={reports} />)}\n`
}

function ReportDocument({ language, reports }: Props) {
  const { say, locale } = language
  const [first] = reports
  const [only] = reports.length === 1 ? reports : []
  const title = only ? say('report.title.of', { name: only.connectionName }) : say('report.title')
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta httpEquiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width" />
        <title>{title}</title>
        <style>{reportStyle}</style>
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          <p className="note">
            {asSentences(locale, [
              ...(first ? [say('report.made', { version: first.programVersion })] : []),
              say('report.no-secret'),
            ])}
          </p>
          {reports.length > 1 ? <Overview {...{ language, reports }} /> : null}
          {reports.map((report) => (
            <OneReport
              key={`${report.connectionId} ${report.secretSlot}`}
              isOnly={report === only}
              {...{ language, report }}
            />
          ))}
        </main>
      </body>
    </html>
  )
}

function Overview({ language, reports }: Props) {
  const { say, environmentName } = language
  return (
    <>
      <h2>{say('report.overview')}</h2>
      <ReportTable heads={[say('report.connection'), say('report.environment'), say('report.summary')]}>
        {reports.map((report) => {
          const { tone, title, lines } = describeSteps(language, report.steps)
          return (
            <tr key={`${report.connectionId} ${report.secretSlot}`}>
              <th scope="row">
                <bdi>{report.connectionName}</bdi>
              </th>
              <td>{environmentName(report.environment)}</td>
              <td>
                <span className={`state ${tone}`}>{title}</span>
                <br />
                {asSentences(language.locale, lines)}
              </td>
            </tr>
          )
        })}
      </ReportTable>
    </>
  )
}

function OneReport({
  language,
  report,
  isOnly,
}: {
  language: CheckLanguage
  report: CheckReport
  isOnly: boolean
}) {
  return (
    <section className="connection">
      {isOnly ? null : (
        <h2>
          <bdi>{report.connectionName}</bdi>
        </h2>
      )}
      <PartLevel value={isOnly ? 2 : 3}>
        <ReportFront {...{ language, report }} />
        <div className="appendix">
          <ReportFindings {...{ language, report }} />
          <ReportEvidence {...{ language, report }} />
          <ReportToken {...{ language, report }} />
          <ReportRequests {...{ language, report }} />
        </div>
      </PartLevel>
    </section>
  )
}
