import { bundledRules } from '@huiyin/policy';
import type { LogEvent } from '@huiyin/read-models/engine';
import {
  makeReport,
  reportHtml,
  REPORT_LANGUAGES,
  type ReportDocument,
  type ReportLanguage,
} from '@huiyin/reports';
import { aReport } from '@huiyin/reports/report.fixture';
import { caseSteps } from '@huiyin/testing/histories';
import { bundledAdopted, stored } from '@huiyin/testing/view';
import type { Browser, Page } from 'playwright-core';
import { pdfOf } from '../../apps/cli/report/pdf';
import { launch } from '../page/browser';
import { describeChromium } from '../setup/chromium';
import { readPdf, type PdfPage } from './pdf.fixture';

/* A report on paper, as a real browser prints it. */

const ROWS = 90;
/** A4 without the margins of the style sheet, at 96 dots to the inch. */
const WIDTH_px = { upright: 680, wide: 1009 };

/** The yearly report of a small city. */
function yearly(): ReportDocument {
  const lives = Array.from({ length: 12 }, (_, index) => {
    const steps = caseSteps(String(index), index % 2 === 0 ? 'housing' : 'heating');
    return [steps.registered(), steps.sorted(), steps.sent(), steps.accepted(), steps.closed()];
  });
  const events = stored([...bundledAdopted, ...lives.flat()]) as readonly LogEvent[];
  const now = '2027-01-15T00:00:00.000Z';
  return makeReport(
    { kind: 'yearly-report', year: 2026 },
    { events, position: events.length, rules: bundledRules, now, timeZone: 'Asia/Shanghai' },
  );
}

describeChromium('huiyin report --format pdf', (executable) => {
  test('writes what the browser prints: the same pages, upright and on their side', async () => {
    process.env['CHROMIUM'] = executable;
    try {
      const pages = readPdf(await pdfOf(reportHtml(aReport(ROWS), 'en')));
      expect(pages.length).toBeGreaterThan(3);
      expect(new Set(pages.map(({ upright }) => upright))).toEqual(new Set([false, true]));
      expect(pages.map(({ text }) => text.replace(/\s/g, '')).join('')).toContain('12,345');
    } finally {
      delete process.env['CHROMIUM'];
    }
  });
});

describeChromium('a printed report', (executable) => {
  let browser: Browser;
  beforeAll(async () => void (browser = await launch(executable)));
  afterAll(() => browser?.close());

  /** Without any network: what it needs is in it. */
  async function opened(document: ReportDocument, language: ReportLanguage) {
    const context = await browser.newContext({ offline: true });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.setContent(reportHtml(document, language));
    return { page, asked };
  }

  const tooWide = async (page: Page, which: string, width: number): Promise<readonly string[]> => {
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width, height: 1000 });
    return page.evaluate(
      `[...document.querySelectorAll('${which}'), ...document.querySelectorAll(':is(${which}) *')]
        .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0 ||
          one.getBoundingClientRect().right > ${width} + 1).map((one) => one.outerHTML.slice(0, 80))`,
    );
  };

  describe.each(REPORT_LANGUAGES)('in %s', (language) => {
    const says = (zh: string, en: string): string => (language === 'zh-CN' ? zh : en);
    let pages: readonly PdfPage[];
    let asked: readonly string[];
    beforeAll(async () => {
      const { page, asked: requests } = await opened(aReport(ROWS), language);
      pages = readPdf(await page.pdf({ preferCSSPageSize: true }));
      asked = requests;
      await page.context().close();
    });
    // A font that draws a radical and a sign alike maps back to the radical.
    const onPaper = (...some: readonly PdfPage[]): string =>
      (some.length > 0 ? some : pages).map(({ text }) => text.normalize('NFKC').replace(/\s/g, '')).join('');

    test('every figure, definition and row is on paper, and nothing was fetched for it', () => {
      const paper = onPaper();
      for (const said of ['住房局1', `住房局${ROWS}`, '12,345', '83.3%(5/6)', 'xinfang-2022@2', 'china@3'])
        expect(paper).toContain(said);
      expect(paper).toContain(says('办结的含义', 'whatClosedmeans'));
      expect(paper).not.toContain('\uFFFD');
      expect(asked).toEqual([]);
    });

    test('each page bears the title, the position in the log and its number', () => {
      expect(pages.length).toBeGreaterThan(3);
      pages.forEach((page, index) => {
        const text = onPaper(page);
        const [number, of] = [index + 1, pages.length];
        expect(text).toContain(says('三月通报', 'CircularofMarch'));
        expect(text).toContain(`monthly-circular-2026-03·${says('日志位置', 'Logposition')}4711`);
        expect(text).toMatch(new RegExp(says(`第${number}.,共${of}.`, `Page${number}of${of}`)));
      });
    });

    test('a table that goes on has its head on each page, and a wide one lies on its side', () => {
      const withRows = pages.filter((page) => page.upright && /住房局\d/.test(onPaper(page)));
      expect(withRows.length).toBeGreaterThan(1);
      for (const page of withRows) expect(onPaper(page)).toContain(says('单位办结', 'OfficeClosed'));
      const lying = pages.filter(({ upright }) => !upright);
      expect(lying.length).toBeGreaterThan(0);
      for (const page of lying) expect(onPaper(page)).toContain(says('横排', 'Laidonitsside'));
    });
  });

  describe('nothing is wider than the paper', () => {
    const LONG = '很长的单位名称和abcdefghijklmnopqrstuvwxyz'.repeat(8);
    test.each([
      ['upright', 'body > :not(.wide)'],
      ['wide', 'section.wide'],
    ] as const)('%s, however long the words', async (side, which) => {
      const { page } = await opened(aReport(2, LONG), 'en');
      expect(await page.locator(which).count()).toBeGreaterThan(0);
      expect(await tooWide(page, which, WIDTH_px[side])).toEqual([]);
      await page.addStyleTag({ content: 'td,th,p{white-space:nowrap;min-width:60mm}' });
      expect(await tooWide(page, which, WIDTH_px[side])).not.toEqual([]);
      await page.context().close();
    });
  });

  test.each(REPORT_LANGUAGES)(
    'the yearly report in %s: every section is on paper, no wider than it',
    async (language) => {
      const report = yearly();
      const { page, asked } = await opened(report, language);
      expect(await tooWide(page, 'body > :not(.wide)', WIDTH_px.upright)).toEqual([]);
      const pages = readPdf(await page.pdf({ preferCSSPageSize: true }));
      const paper = pages.map(({ text }) => text.normalize('NFKC').replace(/\s/g, '')).join('');
      expect(paper).toContain(language === 'en' ? 'Officesmostcomplainedof' : '被投诉较多的机关、单位');
      expect(paper).toContain(language === 'en' ? 'Regulationson' : '《信访工作条例》');
      expect(await page.locator('h2').count()).toBe(report.sections.length + 1);
      expect(asked).toEqual([]);
      await page.context().close();
    },
  );

  test('text of a record stays text: no script, no address elsewhere', async () => {
    const evil = `</style></title><img src="https://elsewhere.invalid/x"><script>document.title='x'</script>`;
    const document = { ...aReport(1, evil), title: { zh: evil, en: evil }, id: evil };
    const { page, asked } = await opened(document, 'zh-CN');
    expect(await page.title()).toBe(evil);
    expect(await page.locator('img, script, style ~ style').count()).toBe(0);
    expect(asked).toEqual([]);
    await page.context().close();
  });
});
