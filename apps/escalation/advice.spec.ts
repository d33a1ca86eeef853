import { randomUUID } from 'node:crypto';
import { createBench, type Bench, type Process } from './escalation.fixture';

let bench: Bench;
let escalation: Process;
beforeEach(async () => {
  bench = await createBench();
  escalation = bench.start();
});
afterEach(() => bench.close());

const advise = async (
  grounds: readonly { caseId: string }[] = [{ caseId: randomUUID() }],
): Promise<string> => {
  const id = randomUUID();
  await bench.give('advice', id, 'GiveAdvice', {
    pack: 'xinfang-2022',
    kind: 'improve-work',
    office: 'housing',
    adviser: 'petitions',
    text: '逐件回访',
    reasons: '同类事项重复发生',
    grounds,
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

describe('advice that is refused', () => {
  const orders = async () => (await bench.escalated()).filter(({ type }) => type === 'SupervisionOrdered');
  const register = async (claim: object = {}): Promise<string> => {
    const id = randomUUID();
    await bench.give('cases', id, 'RegisterCase', {
      channel: 'letter',
      category: 'housing',
      title: '漏水',
      place: '南湖街道',
      claims: [{ summary: '修复管道', ...claim }],
      receiver: 'petitions',
    });
    return id;
  };
  const refuse = async (...cases: readonly string[]): Promise<string> => {
    const id = await advise(cases.map((caseId) => ({ caseId })));
    await bench.give('advice', id, 'RefuseAdvice', { reasons: '无此职责' });
    await escalation.caughtUp();
    await escalation.escalation.fireDue();
    return id;
  };

  test('puts the office under supervision by the adviser, once, about the case that it rests on', async () => {
    const caseId = await register();
    const id = await refuse(caseId);
    await bench.toDay(2, escalation);
    const refused = (await bench.store.readStream(`advice-${id}`)).find(
      ({ type }) => type === 'AdviceRefused',
    )!;
    expect((await orders()).map(({ data }) => data)).toMatchObject([
      {
        caseId,
        office: 'housing',
        by: 'petitions',
        trigger: 'refused-opinion',
        threshold: 'advice-refused',
        cites: [refused.position],
      },
    ]);
  });

  test('names to the office no case that accuses it', async () => {
    const accusing = await register({ kind: 'accusation', accuses: ['housing'] });
    await refuse(accusing);
    expect(await orders()).toEqual([]);
    const open = await register();
    await refuse(accusing, open);
    expect((await orders()).map(({ data }) => data)).toMatchObject([{ caseId: open }]);
  });
});
