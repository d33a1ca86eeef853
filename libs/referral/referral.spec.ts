import { assembleEvidence, fingerprintOf, readCaseRecord, type Recorded } from '@huiyin/evidence';
import { at, CASE, LOG, ORDER_STREAM } from '@huiyin/evidence/evidence.fixture';
import { bundledRules } from '@huiyin/policy';
import { problemsOf, reportHtml } from '@huiyin/reports';
import { bundledStreams, readReferralFile, referralReport } from '.';

const REVIEW = '0196a0c1-5d00-7000-8000-000000000009';
const STREAM = `review-${REVIEW}`;
const PACK = 'xinfang-2022@2';
const log: Recorded[] = [...LOG];
const readStream = async (stream: string): Promise<readonly Recorded[]> =>
  log.filter((event) => event.stream === stream);

function happened(when: string, type: string, data: object, stream = STREAM): void {
  const position = log.length + 1;
  const revision = log.filter((event) => event.stream === stream).length;
  const { by = 'petitions' } = data as { by?: string };
  const meta = { office: by, policy: PACK, calendar: 'cn@1' };
  const times = { occurredAt: at(when), recordedAt: at(when) };
  log.push({ id: `e${position}`, stream, position, revision, type, data, ...times, meta });
}

const about = { caseId: CASE, office: 'construction', by: 'petitions' };
const fault = { outcome: 'fault', kind: 'silent', gravity: 'grave', reasons: '逾期未答复<script>' };
const handed = {
  referral: 'f1',
  to: 'discipline',
  reviewer: 'petitions',
  office: 'construction',
  caseId: CASE,
};

async function assemble(): Promise<void> {
  const upTo = log.length;
  const streams = [ORDER_STREAM, STREAM].sort();
  const record = await readCaseRecord(readStream, { caseId: CASE, streams, upTo });
  const document = assembleEvidence(record, bundledRules)!;
  const found = { format: document.format, upTo, streams, sha256: fingerprintOf(document) };
  happened('2026-06-05 10:00', 'EvidenceAssembled', { ...about, ...found, keptFrom: [], called: [] });
}

beforeAll(async () => {
  const name = { zh: '市纪委监委', en: 'City Discipline Commission' };
  happened('2026-06-04 10:00', 'OfficeRegistered', { name, kind: 'discipline' }, 'office-discipline');
  happened('2026-06-05 09:00', 'ReviewOpened', {
    ...about,
    pack: PACK,
    at: at('2026-06-05 09:00'),
    reasons: '逾期',
  });
  await assemble();
  happened('2026-06-08 09:00', 'SideStated', { by: 'construction', text: '人手不足' });
  happened('2026-06-15 09:00', 'FindingConfirmed', { ...about, pack: PACK, finding: fault });
  const grounds = { basis: '《信访工作条例》第四十五条', reasons: '造成严重后果' };
  happened('2026-06-20 09:00', 'ReviewReferred', { ...handed, by: 'petitions', ...grounds });
  happened('2026-06-24 09:00', 'ReferralReceiptRecorded', {
    ...handed,
    by: 'discipline',
    reference: '纪收31号',
  });
});

const fileUpTo = (upTo: number) =>
  readReferralFile(readStream, { reviewId: REVIEW, upTo, rules: bundledRules });
const whole = async () => (await fileUpTo(log.length))!;

describe('what goes to discipline with a review', () => {
  test('is read from the log up to one position, later events left out', async () => {
    const { review, evidence } = (await fileUpTo(log.length - 2))!;
    expect(review.map(({ type }) => type).at(-1)).toBe('FindingConfirmed');
    expect([evidence.upTo, evidence.timeline.at(-1)!.position]).toEqual([log.length - 2, log.length - 2]);
  });
  test('is nothing where there is no such review', async () =>
    expect(
      await readReferralFile(readStream, { reviewId: CASE, upTo: log.length, rules: bundledRules }),
    ).toBeUndefined());
  test('holds the evidence of the opening, with the fingerprint that the log has of it', async () => {
    const { atOpening } = await whole();
    expect(fingerprintOf(atOpening!.document!)).toBe(atOpening!.sha256);
    expect(atOpening!.document!.timeline.at(-1)).toMatchObject({ type: 'ReviewOpened' });
  });
  test('names the fingerprint alone, where another one comes out today', async () => {
    const other = async (stream: string) =>
      (await readStream(stream)).map((event) =>
        event.type === 'EvidenceAssembled'
          ? { ...event, data: { ...(event.data as object), sha256: 'ab' } }
          : event,
      );
    const file = (await readReferralFile(other, {
      reviewId: REVIEW,
      upTo: log.length,
      rules: bundledRules,
    }))!;
    expect(file.atOpening).toEqual({ position: expect.any(Number) as number, sha256: 'ab' });
    expect(referralReport(file).notes.at(-1)!.en).toContain('is not in here');
  });
  test('covers the review, the case, its supervision order, and every office event that is cited', async () => {
    const streams = bundledStreams(await whole());
    expect(streams).toEqual(expect.arrayContaining([`case-${CASE}`, ORDER_STREAM, STREAM, 'office-housing']));
    const inBundles = new Set(
      log.filter(({ stream }) => streams.includes(stream)).map(({ position }) => position),
    );
    const cited = JSON.stringify(referralReport(await whole()).sections).matchAll(/#(\d+)/g);
    const positions = [...cited].map(([, position]) => Number(position));
    expect(positions.length).toBeGreaterThan(30);
    expect(positions.filter((position) => !inBundles.has(position))).toEqual([]);
  });
});

describe('its report', () => {
  test('holds together, and is the same each time', async () => {
    const document = referralReport(await whole());
    expect(problemsOf(document)).toEqual([]);
    expect(referralReport(await whole())).toEqual(document);
  });
  test('says what was found, handed over and received, on offices and no persons', async () => {
    const document = referralReport(await whole());
    const pages = [reportHtml(document, 'zh-CN'), reportHtml(document, 'en')] as const;
    for (const said of ['市纪委监委', '有过错（不作为，严重）', '已签收，待反馈', '人手不足'])
      expect(pages[0]).toContain(said);
    for (const said of ['City Discipline Commission', 'Fault (silent, grave)', '纪收31号'])
      expect(pages[1]).toContain(said);
    for (const page of pages) {
      expect(page).not.toContain('<script');
      expect(page).not.toMatch(/s-head|s-deputy|\$sealed/);
    }
  });
});
