import {
  canonicalJson,
  parseReportId,
  readReport,
  reportCsv,
  ReportRefused,
  reportHtml,
  REPORT_LANGUAGES,
  styleOf,
  UnknownSection,
  type ReportDocument,
  type ReportLanguage,
} from '@huiyin/reports';
import { unreachable } from '@huiyin/kernel';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { apiProblem, ProblemError, type ApiProblemCode } from '../../problems/problem';
import { none, now, route, text, type ReadAnswer, type ReadContext, type ReadRoute } from '../route';
import { findBulletin } from './rhythm';

const FORMATS = { html: 'text/html', csv: 'text/csv', json: 'application/json' } as const;
type Format = keyof typeof FORMATS;

/** Each asks the whole registry of the views: more would leave nothing for the others. */
const READ_AT_ONCE_MAX = 2;

const query = z.strictObject({
  lang: z.enum(REPORT_LANGUAGES).default('zh-CN'),
  section: text.describe(
    'CSV: only this section, as a table; default: one record a figure, with its definition',
  ),
  bom: z
    .stringbool()
    .default(true)
    .describe('CSV: begin with a byte order mark, as Excel needs it for Chinese'),
});
type Asked = z.infer<typeof query>;

const PROBLEMS: Readonly<Record<ReportRefused['code'], ApiProblemCode>> = {
  'unknown-report': 'report-unknown',
  'period-to-come': 'report-to-come',
  'no-data': 'report-empty',
  'unknown-office': 'report-unknown',
};

/** Nothing but its own style sheet: a report runs and fetches nothing. */
const policyOf = (style: string): string =>
  `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

let reading = 0;

/** What went out as it went out; anything else is made now. */
async function read(context: ReadContext, id: string): Promise<ReportDocument> {
  const issued = await findBulletin(context, id);
  if (issued) return issued.document;
  if (reading >= READ_AT_ONCE_MAX) throw new ProblemError(apiProblem('too-busy'), { 'retry-after': '1' });
  reading += 1;
  try {
    const { views, platform, sight } = context;
    const rules = platform.rules.current();
    const reading = { rules, now: now(context), sight, timeZone: platform.timeZone };
    return await readReport(views, parseReportId(id), reading);
  } catch (error) {
    if (!(error instanceof ReportRefused)) throw error;
    throw new ProblemError(apiProblem(PROBLEMS[error.code], error.message));
  } finally {
    reading -= 1;
  }
}

function rendered(document: ReportDocument, format: Format, { lang, section, bom }: Asked): ReadAnswer {
  const { position } = document.computedAt;
  const headers = {
    'content-type': `${FORMATS[format]}; charset=utf-8`,
    'content-language': lang,
    'x-content-type-options': 'nosniff',
    'content-disposition': `${format === 'csv' ? 'attachment' : 'inline'}; filename*=UTF-8''${encodeURIComponent(document.id)}.${format}`,
  };
  switch (format) {
    case 'html': {
      const style = policyOf(styleOf(document, lang));
      return {
        position,
        body: reportHtml(document, lang),
        headers: { ...headers, 'content-security-policy': style },
      };
    }
    case 'csv':
      return { position, body: csvOf(document, lang, section, bom), headers };
    case 'json':
      return { position, body: canonicalJson(document), headers };
    default:
      return unreachable(format);
  }
}

function csvOf(
  document: ReportDocument,
  language: ReportLanguage,
  section: string | undefined,
  bom: boolean,
): string {
  try {
    return reportCsv(document, { language, bom, section });
  } catch (error) {
    if (!(error instanceof UnknownSection)) throw error;
    throw new ProblemError(apiProblem('invalid-request', `section: the report has no ${error.message}`));
  }
}

const NAMED = new RegExp(`^(.+)\\.(${Object.keys(FORMATS).join('|')})$`);

export const reportRoutes: readonly ReadRoute[] = [
  route({
    name: 'listReports',
    tag: 'reports',
    path: '/reports',
    summary: 'Which reports are made when they are asked for; what went out is under /bulletins',
    query: none,
    run: async ({ feed }) => ({
      position: feed.position(),
      body: {
        onDemand: [
          { id: 'yearly-report-{year}', title: { zh: '年度报告', en: 'Yearly report' } },
          { id: 'bulletin-{from}-{to}', title: { zh: '快报', en: 'Bulletin' } },
          { id: '{id}-{office}', title: { zh: '单位及其下级', en: 'Of an office and those below it' } },
        ],
        issued: '/api/v1/bulletins',
        formats: Object.keys(FORMATS),
      },
    }),
  }),
  route({
    name: 'readReport',
    tag: 'reports',
    path: '/reports/{id}',
    types: Object.values(FORMATS),
    summary:
      'A report, made now (`yearly-report-2026.html`, `bulletin-2026-03-01-2026-03-07-housing.csv`) or as it went out (`monthly-circular-2026-02.html`): HTML to be printed, CSV or JSON',
    query,
    async run(context, { id }, asked) {
      const [, report, format] = NAMED.exec(id!) ?? [];
      if (report === undefined)
        throw new ProblemError(apiProblem('report-unknown', `${id} ends in none of .html, .csv, .json`));
      return rendered(await read(context, report), format as Format, asked);
    },
  }),
];
