import { randomUUID } from 'node:crypto';
import { createBench, type Bench, type Process } from './escalation.fixture';

let bench: Bench;
let escalation: Process;
beforeEach(async () => {
  bench = await createBench();
  escalation = bench.start();
});
afterEach(() => bench.close());

const advise = async (): Promise<string> => {
  const id = randomUUID();
  await bench.give('advice', id, 'GiveAdvice', {
    pack: 'xinfang-2022',
    kind: 'improve-work',
    office: 'housing',
    adviser: 'petitions',
    text: '逐件回访',
    reasons: '同类事项重复发生',
    grounds: [{ caseId: randomUUID() }],
  });
  return id;
};

test('advice that stays unanswered is reminded of, then missed, and the superior is told', async () => {
  await advise();
  await bench.toDay(40, escalation);
  expect(await bench.steps()).toEqual([
    'OfficeReminded housing answer-advice',
    'DutyBreached housing answer-advice',
    'SuperiorTold housing answer-advice',
  ]);
});

test('what was adopted and not carried out is missed in its turn', async () => {
  const id = await advise();
  await bench.give('advice', id, 'AdoptAdvice', { plan: '即办', within_days: 20 });
  await bench.toDay(40, escalation);
  expect(await bench.steps()).toEqual([
    'OfficeReminded housing carry-out-advice',
    'DutyBreached housing carry-out-advice',
    'SuperiorTold housing carry-out-advice',
  ]);
});

test('advice that is answered, carried out and closed in time troubles nobody', async () => {
  const id = await advise();
  await bench.give('advice', id, 'AdoptAdvice', { plan: '即办' });
  await bench.give('advice', id, 'CarryOutAdvice', { text: '已落实', evidence: ['台账'] });
  await bench.give('advice', id, 'CloseAdvice', { reasons: '属实' });
  await bench.toDay(100, escalation);
  expect(await bench.steps()).toEqual([]);
});
