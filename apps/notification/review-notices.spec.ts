import { emailChannel } from './channels';
import { listNotices } from './list-notices';
import {
  createBench,
  createSmtpSink,
  message,
  newId,
  officeMessage,
  registered,
  type Bench,
  type SmtpSink,
  type Started,
} from './notification.fixture';

/* Who hears what of an accountability review, by mail that really went out: whoever is concerned, and nobody else. */

const OFFICES = ['petitions', 'housing', 'heating', 'bureau', 'government', 'water'];
const at = (office: string): string => `${office}@city.example`;

let bench: Bench;
let smtp: SmtpSink;
let running: Started;
let caseId: string;
let reviewId: string;
const mayTell = jest.fn(async (_office: string, _caseId: string) => true);

beforeEach(async () => {
  bench = await createBench();
  smtp = await createSmtpSink();
  mayTell.mockReset().mockResolvedValue(true);
  const email = emailChannel({ url: smtp.url, from: 'Huiyin <notice@city.example>' });
  running = bench.start({ email }, { language: 'en', mayTell });
  [caseId, reviewId] = [newId(), newId()];
  const wang = { subject: newId(), name: '王芳', email: 'wang@home.example' };
  await running.give(
    ...OFFICES.map((office) => officeMessage(office, { email: at(office) })),
    await registered(bench.privacy, caseId, wang),
    message('huiyin.review.opened.v1', {
      ...about(),
      pack: 'p',
      office: 'housing',
      by: 'petitions',
      reasons: 'late',
    }),
  );
});
afterEach(async () => {
  await bench.close();
  await smtp.close();
});

const about = () => ({ reviewId, caseId });
const FAULT = {
  outcome: 'fault',
  kind: 'late',
  gravity: 'ordinary',
  reasons: 'the reply came late',
} as const;
const CLEARED = { outcome: 'no-fault', reasons: 'it was extended' } as const;
const onHousing = () => ({ ...about(), pack: 'p', office: 'housing', superior: 'bureau' });

/** `template recipient`, of those that were sent for one message, sorted. */
async function told(one: ReturnType<typeof message>): Promise<string[]> {
  const before = smtp.mails.length;
  await running.give(one);
  const { notices } = await listNotices(bench.pool, { caseId, limit: 100 });
  const found = notices.filter(({ eventId }) => eventId === one.id);
  expect(found.map(({ state }) => state)).toEqual(found.map(() => 'sent'));
  expect(smtp.mails.length - before).toBe(found.length);
  return found
    .map(({ template, recipient }) => `${template} ${recipient.replace(/^petitioner:.*/, 'petitioner')}`)
    .sort();
}

test('its opening: the office, which is asked for its side', async () => {
  const { notices } = await listNotices(bench.pool, { caseId, limit: 100 });
  expect(
    notices.filter(({ template }) => template === 'review-opened').map(({ recipient }) => recipient),
  ).toEqual(['office:housing']);
  expect(smtp.mails.flatMap(({ to }) => to)).toEqual(['wang@home.example', at('housing')]);
});

test('a finding that is proposed: the office', async () =>
  expect(
    await told(message('huiyin.review.finding-proposed.v1', { reviewId, by: 'petitions', finding: FAULT })),
  ).toEqual(['finding-proposed office:housing']));

test.each([FAULT, CLEARED])(
  'a finding ($outcome): the office, the one above it, the petitioner',
  async (finding) => {
    const confirmed = message('huiyin.review.finding-confirmed.v1', {
      ...onHousing(),
      by: 'petitions',
      finding,
    });
    expect(await told(confirmed)).toEqual([
      'finding-below office:bureau',
      'finding-confirmed office:housing',
      'review-outcome petitioner',
    ]);
    // Reasons may name others: they are the offices' to read.
    const home = smtp.mails.filter(({ to }) => to[0] === 'wang@home.example').at(-1)!;
    expect(home.raw).not.toContain(finding.reasons);
  },
);

test('a dispute: whoever decides it; upheld: the office and the one above it', async () => {
  const dispute = { ...about(), by: 'housing', office: 'housing', to: 'government' };
  expect(await told(message('huiyin.review.finding-disputed.v1', dispute))).toEqual([
    'finding-disputed office:government',
  ]);
  const decided = { ...onHousing(), by: 'government', reasons: 'r', confirmedAt: '2026-03-02T01:00:00.000Z' };
  expect(await told(message('huiyin.review.finding-upheld.v1', { ...decided, finding: FAULT }))).toEqual([
    'finding-below office:bureau',
    'finding-confirmed office:housing',
  ]);
});

test('a finding that is set aside: everybody who was told of it', async () => {
  const decided = { ...onHousing(), by: 'government', reasons: 'r', confirmedAt: '2026-03-02T01:00:00.000Z' };
  const revised = { ...decided, finding: CLEARED, was: FAULT, cleared: true };
  expect(await told(message('huiyin.review.finding-revised.v1', revised))).toEqual([
    'finding-below office:bureau',
    'finding-revised office:housing',
    'review-outcome-revised petitioner',
  ]);
  const counted = { office: 'housing', reviewId, caseId, at: '2026-03-02T01:00:00.000Z', inWindow: 0 };
  expect(await told(message('huiyin.standing.fault-set-aside.v1', counted as never))).toEqual([]);
});

test('measures: the office that has to put something right, and the office when the review is closed', async () => {
  const ordered = { reviewId, step: 'RemedyOrdered', by: 'petitions', office: 'heating' };
  expect(await told(message('huiyin.review.step-taken.v1', ordered))).toEqual([
    'remedy-ordered office:heating',
  ]);
  expect(await told(message('huiyin.review.closed.v1', { reviewId, by: 'petitions' }))).toEqual([
    'review-closed office:housing',
  ]);
});

test('a referral: the commission that gets it, the reviewing office of the answer, the commission when it is withdrawn', async () => {
  const sent = { ...about(), referral: 'f1', to: 'government', reviewer: 'petitions', office: 'housing' };
  const step = (by: string) => ({ ...sent, by });
  expect(await told(message('huiyin.review.referred.v1', step('petitions')))).toEqual([
    'review-referred office:government',
  ]);
  expect(await told(message('huiyin.review.referral-received.v1', step('government')))).toEqual([]);
  const answer = { ...step('government'), outcome: 'admonition', concluded: true } as const;
  expect(await told(message('huiyin.review.referral-answered.v1', answer))).toEqual([
    'referral-answered office:petitions',
  ]);
  expect(await told(message('huiyin.review.referral-withdrawn.v1', step('bureau')))).toEqual([
    'referral-withdrawn office:government',
  ]);
});

test('what is between the offices and the log: nobody', async () => {
  for (const step of ['EvidenceAssembled', 'LinkSideStated', 'RemedyCarriedOut'])
    expect(await told(message('huiyin.review.step-taken.v1', { reviewId, step, by: 'petitions' }))).toEqual(
      [],
    );
  expect(await told(message('huiyin.review.side-stated.v1', { reviewId, by: 'housing' }))).toEqual([]);
});

test('after a merger the successor is told, of that and of what comes next', async () => {
  const replaced = { reviewId, step: 'OfficeReplaced', by: 'heating', from: 'housing', to: 'heating' };
  expect(await told(message('huiyin.review.step-taken.v1', replaced))).toEqual(['taken-over office:heating']);
  expect(
    await told(message('huiyin.review.finding-proposed.v1', { reviewId, by: 'petitions', finding: FAULT })),
  ).toEqual(['finding-proposed office:heating']);
});

test('an office that the case accuses hears nothing, whatever its place', async () => {
  mayTell.mockImplementation(async (office) => office !== 'bureau' && office !== 'housing');
  const confirmed = message('huiyin.review.finding-confirmed.v1', {
    ...onHousing(),
    by: 'petitions',
    finding: FAULT,
  });
  expect(await told(confirmed)).toEqual(['review-outcome petitioner']);
  expect(await told(message('huiyin.review.closed.v1', { reviewId, by: 'petitions' }))).toEqual([]);
});
