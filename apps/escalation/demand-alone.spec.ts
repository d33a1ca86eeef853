import { unreachable } from '@huiyin/kernel';
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { createBench, WATER_CUT, type Bench, type Process } from './escalation.fixture';

/*
 * M32: only confirmed faults count. Whatever petitioners do, however often and however late offices are with it, no
 * standing moves: handlers, log, timers and escalation are the real ones.
 */

const RUNS = 8;
const STEPS_MAX = 12;
const DAYS_MAX = 45;

let bench: Bench;
let escalation: Process;
beforeAll(async () => {
  bench = await createBench();
  escalation = bench.start();
});
afterAll(() => bench.close());

const CHANNELS = ['visit', 'letter', 'phone', 'online', 'mailbox'] as const;
const DEEDS = ['petition', 'joint', 'accuse', 'repeat', 'rate', 'dispute', 'send', 'answer', 'wait'] as const;
interface Deed {
  does: (typeof DEEDS)[number];
  channel: (typeof CHANNELS)[number];
  office: 'housing' | 'water';
  days: number;
}
const deed = fc.record<Deed>({
  does: fc.constantFrom(...DEEDS),
  channel: fc.constantFrom(...CHANNELS),
  office: fc.constantFrom('housing', 'water'),
  days: fc.integer({ min: 0, max: DAYS_MAX }),
});

const form = ({ channel }: Deed, more: object = {}) => ({
  ...WATER_CUT,
  channel,
  petitioner: { name: '张三', phone: '19990000000' },
  ...more,
});

/** Each at least once, in an order in which all of them happen. */
const EVERY_DEED: Deed[] = [
  'petition',
  'send',
  'answer',
  'rate',
  'dispute',
  'repeat',
  'joint',
  'accuse',
  'wait',
].map((does) => ({ does: does as Deed['does'], channel: 'visit', office: 'housing', days: DAYS_MAX }));

let day = 0;
const done = new Map<string, number>();

async function act(one: Deed, cases: string[]): Promise<void> {
  const last = cases.at(-1);
  const begin = async (more: object = {}): Promise<string> => {
    const id = randomUUID();
    await bench.give('cases', id, 'RegisterCase', form(one, more));
    cases.push(id);
    return id;
  };
  if (one.does === 'wait') return bench.toDay((day += one.days), escalation);
  const id = one.does === 'petition' || last === undefined ? await begin() : last;
  const give = (type: string, data: object) => bench.give('cases', id, type, data);
  switch (one.does) {
    case 'petition':
      return;
    case 'joint':
      return void (await begin({ kind: 'joint', representatives: 5, persons: 30 }));
    case 'accuse':
      return void (await begin({
        claims: [{ kind: 'accusation', summary: '不作为', accuses: [one.office] }],
      }));
    case 'repeat':
      return bench.give('cases', await begin(), 'LinkCase', { to: id, as: 'repeat' });
    case 'rate':
      return give('RateCase', { petitionDepartment: 'dissatisfied', handlingOffice: 'dissatisfied' });
    case 'dispute':
      return give('DisputeRecord', { entry: 0, field: 'title', says: '记录不实，将继续上访' });
    case 'send':
      await give('SortCase', { routes: [{ claim: 'c1', route: 'residual' }] });
      return give('SendCase', { to: one.office });
    case 'answer':
      await give('AcknowledgeCase', {});
      await give('AcceptCase', {});
      return give('AnswerCase', {
        outcomes: [{ claim: 'c1', outcome: 'not-supported', text: '不予支持' }],
        basis: '《信访工作条例》',
      });
    default:
      return unreachable(one.does);
  }
}

test('petitions, visits, ratings and complaints alone never move a standing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 3, maxLength: STEPS_MAX, size: 'max' }), async (deeds) => {
      const cases: string[] = [];
      for (const one of [...deeds, { ...deeds[0]!, does: 'wait' } as Deed]) {
        // What a decision refuses has not happened: a rating before an answer, for example.
        const happened = await act(one, cases).then(
          () => true,
          (error: unknown) => {
            if (!String(error).includes('"refused"')) throw error;
            return false;
          },
        );
        if (happened) done.set(one.does, (done.get(one.does) ?? 0) + 1);
      }
      const streams = (await bench.store.readAll({ after: 0, limit: 100_000 })).map(({ stream }) => stream);
      expect(streams.filter((stream) => stream.startsWith('standing-'))).toEqual([]);
    }),
    { numRuns: RUNS, endOnFailure: true, examples: [[EVERY_DEED]] },
  );
  // It was no idle play: duties were missed, supervised and taken up by reviews, which nobody confirmed.
  const steps = await bench.steps();
  for (const expected of ['DutyBreached', 'SupervisionOrdered', 'ReviewOpened'])
    expect(steps.some((step) => step.startsWith(expected))).toBe(true);
  expect([...done.keys()].sort()).toEqual([...DEEDS].sort());
});
