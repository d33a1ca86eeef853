import { randomUUID } from 'node:crypto';
import { createBench, type Bench, type Process } from './escalation.fixture';

/* An office that says nothing: on an urgent matter, and in a drive. */

let bench: Bench;
let one: Process;
beforeEach(async () => {
  bench = await createBench();
  one = bench.start();
});
afterEach(() => bench.close());

const steps = async (rule: string): Promise<string[]> =>
  (await bench.escalated())
    .filter(({ data }) => (data as { rule?: string }).rule === rule)
    .map(({ type, data }) => `${type} ${(data as { office: string }).office}`);

describe('an urgent matter', () => {
  const caseId = randomUUID();
  const give = (type: string, data: object, office?: string): Promise<void> =>
    bench.give('cases', caseId, type, data, office);
  beforeEach(async () => {
    await give('RegisterCase', {
      channel: 'visit',
      category: 'housing',
      title: '供暖管道爆裂',
      place: '南湖街道',
      claims: [{ summary: '立即抢修' }],
      petitioner: { name: '某某' },
      receiver: 'petitions',
    });
    await give('FindUrgency', { grade: 'grave', reasons: '两百余户受影响' });
  });

  test('that is not reported up in time is breached, supervised and reviewed', async () => {
    await bench.toDay(3, one);
    expect(await steps('report-up-city')).toEqual([
      'DutyBreached petitions',
      'SupervisionOrdered petitions',
      'ReviewOpened petitions',
    ]);
  });

  test('that the level above does not acknowledge escalates against the level above', async () => {
    await give('ReportUp', { from: 'petitions', text: '已报告' });
    await bench.toDay(3, one);
    expect(await steps('report-up-city')).toEqual([]);
    expect(await steps('acknowledge-report')).toEqual([
      'DutyBreached government',
      'SupervisionOrdered government',
      'ReviewOpened government',
    ]);
  });

  test('that is reported and acknowledged escalates nothing of the way up', async () => {
    await give('ReportUp', { from: 'petitions', text: '已报告' });
    await give('AcknowledgeReport', { from: 'petitions' });
    await bench.toDay(3, one);
    expect([...(await steps('report-up-city')), ...(await steps('acknowledge-report'))]).toEqual([]);
  });
});

test('in a drive what is missing is a breach, day by day, and zero is none', async () => {
  const days = { from: '2026-03-02', to: '2026-03-03' };
  await bench.give('drives', 'flood', 'OpenDrive', {
    pack: 'xinfang-2022',
    by: 'government',
    subject: '汛期排查',
    offices: ['housing', 'water'],
    ...days,
  });
  await bench.give('drives', 'flood', 'ReportZero', { office: 'housing', day: '2026-03-02' });
  await bench.toDay(3, one);
  expect(await steps('drive-report')).toEqual([
    'OfficeReminded water',
    'DutyBreached water',
    'OfficeReminded housing',
    'OfficeReminded water',
    'DutyBreached housing',
    'DutyBreached water',
  ]);
});
