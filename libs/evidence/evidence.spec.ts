import { bundledRules } from '@huiyin/policy';
import { assembleEvidence, fingerprintOf, readCaseRecord, responsibilityChain, type Segment } from '.';
import { at, CASE, LOG, ORDER_STREAM, positionOf, readStream, recordAt } from './evidence.fixture';

const END = LOG.length;
const chainAt = (upTo: number) => responsibilityChain(recordAt(upTo), bundledRules, at('2026-06-30 09:00'))!;
const line = ({ role, office, from, until }: Segment): string =>
  `${role} ${office} ${from.slice(0, 10)}–${until?.slice(0, 10) ?? ''}`;
const segment = (role: string, office: string): Segment =>
  chainAt(END).segments.find((one) => one.role === role && one.office === office)!;
const posts = ({ holders }: Segment): string[] => holders.map(({ post, subject }) => `${post} ${subject}`);

describe('the responsibility chain of a case', () => {
  test('names each office in its role, from when to when, successions included', () =>
    expect(chainAt(END).segments.map(line)).toEqual([
      'receiver petitions 2026-03-02–2026-03-09',
      'owner water 2026-03-03–2026-03-05',
      'owner housing 2026-03-06–2026-05-10',
      'owner construction 2026-05-10–2026-06-03',
      'helper heating 2026-03-10–2026-03-20',
      'supervisor petitions 2026-05-20–2026-06-02',
    ]));
  test('has no moment between registration and closing that nobody answers for', () => {
    const holding = chainAt(END).segments.filter(({ role }) => role === 'receiver' || role === 'owner');
    const edges = holding
      .flatMap(({ from, until }) => [from, until!])
      .filter((one) => one < at('2026-06-03 09:00'));
    for (const edge of edges)
      expect(holding.some(({ from, until }) => from <= edge && edge < until!)).toBe(true);
  });
  test('tells who held the posts of an office in that time, and after whom', () => {
    expect(posts(segment('owner', 'housing'))).toEqual([
      'first-responsible s-head',
      'in-charge s-deputy',
      'head-of-section s-deputy',
      'first-responsible s-next',
    ]);
    expect(posts(segment('owner', 'construction'))).toEqual(['first-responsible s-new']);
    expect(segment('owner', 'construction')).toMatchObject({ takesOverFrom: 'housing' });
  });
  test('keeps one post with two duties, and one post of two held by one person', () => {
    const [, deputy, section] = segment('owner', 'housing').holders;
    expect([deputy!.duties, section!.duties]).toEqual([['business', 'petitions'], ['petitions']]);
  });
  test('says who decided and who approved, in which link, citing the event', () => {
    const { steps } = chainAt(END);
    expect(steps).toContainEqual({
      position: positionOf('AnswerExtended'),
      type: 'AnswerExtended',
      what: 'approved',
      at: at('2026-05-06 10:00'),
      by: 'housing',
      approvedBy: 'in-charge',
      segment: segment('owner', 'housing').id,
    });
    for (const { position, type } of steps) expect(LOG[position - 1]!.type).toBe(type);
  });
  test('shows what still lasts without an end, and nothing that was written later', () => {
    const upTo = positionOf('HelpCalled');
    expect(chainAt(upTo).segments.map(line)).toEqual([
      'receiver petitions 2026-03-02–2026-03-09',
      'owner water 2026-03-03–2026-03-05',
      'owner housing 2026-03-06–',
      'helper heating 2026-03-10–',
    ]);
  });
});

describe('the evidence on a case', () => {
  const evidence = assembleEvidence(recordAt(END), bundledRules)!;
  test('cites an event of the log with every line', () => {
    const { timeline, clocks, messages, supervision } = evidence;
    const cited = [...clocks, ...supervision].flatMap(({ positions }) => positions);
    for (const position of [...timeline, ...messages].map((one) => one.position).concat(cited))
      expect(LOG[position - 1]).toMatchObject({ position });
    expect(clocks.every(({ positions }) => positions.length > 0)).toBe(true);
  });
  test('has the missed duty with why it was due then', () => {
    const missed = evidence.clocks.filter((one) => one.missed).map(({ rule, owner }) => `${rule} ${owner}`);
    expect(missed).toContain('answer construction');
    const answer = evidence.clocks.find(({ rule }) => rule === 'answer')!;
    expect(answer.explanation.zh).toMatch(/60日/);
  });
  test('lists what each office was told, and the supervision order with how it ended', () => {
    expect(evidence.messages).toContainEqual(
      expect.objectContaining({ type: 'DutyBreached', to: 'petitions', rule: 'answer' }),
    );
    expect(evidence.supervision).toMatchObject([
      { office: 'construction', trigger: 'breach', solved: true, repliedAt: at('2026-05-25 09:00') },
    ]);
  });
  test('is the same to the byte whenever it is assembled again, and for any later log', () => {
    const upTo = positionOf('SupervisionOrdered');
    const early = {
      ...recordAt(upTo),
      history: recordAt(upTo).history.filter((one) => one.position <= upTo),
    };
    const then = fingerprintOf(assembleEvidence(early, bundledRules)!);
    expect(fingerprintOf(assembleEvidence(recordAt(upTo), bundledRules)!)).toBe(then);
    expect(fingerprintOf(evidence)).not.toBe(then);
  });
  test('is read from the streams of the case, its orders and its offices, successors too', async () => {
    const read = await readCaseRecord(readStream, { caseId: CASE, streams: [ORDER_STREAM], upTo: END });
    expect(fingerprintOf(assembleEvidence(read, bundledRules)!)).toBe(fingerprintOf(evidence));
  });
  test('is not there without its case', () =>
    expect(assembleEvidence({ ...recordAt(END), upTo: 1 }, bundledRules)).toBeUndefined());
  test('holds no name', () => expect(JSON.stringify(evidence)).not.toContain('$sealed'));
});
