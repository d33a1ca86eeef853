import { bundledRules, due, duties, explain, ruleBook, type DutyRule, type Fact } from '.';
import { beijing, by, fact } from './facts.fixture';

const china = bundledRules.calendar('cn');
const base = bundledRules.pack('xinfang-2022');
const [first] = base.duties as readonly [DutyRule];

/** An agreement with instalments, each by its own day; and helpers, each asked by an event of its own. */
const instalment: DutyRule = {
  ...first,
  id: 'instalment',
  raisedBy: [{ event: 'Agreed' }],
  each: { list: 'instalments', key: 'instalment' },
  owner: { field: 'by' },
  overseer: { role: 'petition-department' },
  period: { until: 'dueOn' },
  dischargedBy: [{ event: 'InstalmentKept' }],
  cancelledBy: [{ event: 'AgreementEnded' }],
};
const help: DutyRule = {
  ...first,
  id: 'help',
  raisedBy: [{ event: 'HelpAsked' }],
  each: { key: 'helper' },
  owner: { field: 'helper' },
  overseer: { field: 'by' },
  period: { unit: 'days', amount: 5 },
  dischargedBy: [{ event: 'HelpGiven' }],
  cancelledBy: [{ event: 'AgreementEnded' }],
};
const rules = ruleBook([{ ...base, duties: [instalment, help] }], [china]);
const fold = (...history: Fact[]) =>
  duties(history, rules).map(({ rule, instance, dueAt, status }) =>
    [rule, instance, beijing(dueAt), status].join(' '),
  );

const instalments = [
  { instalment: 'i1', dueOn: '2026-04-30', text: '第一期' },
  { instalment: 'i2', dueOn: '2026-10-01', text: '第二期' },
];
const agreed = by('Agreed', '2026-03-02 09:00', 'housing', { pack: base.id, instalments });

describe('one duty for each item of a list', () => {
  it('is due by the end of its own day, on a day off too', () => {
    expect(fold(agreed)).toEqual([
      'instalment i1 2026-04-30 23:59 open',
      'instalment i2 2026-10-01 23:59 open',
    ]);
  });

  it('is met by the event that names it, and the others stay owed', () => {
    expect(fold(agreed, by('InstalmentKept', '2026-04-29 09:00', 'housing', { instalment: 'i1' }))).toEqual([
      'instalment i1 2026-04-30 23:59 met',
      'instalment i2 2026-10-01 23:59 open',
    ]);
  });

  it('ends with the others by an event that names none', () => {
    expect(fold(agreed, by('AgreementEnded', '2026-04-01 09:00', 'housing'))).toEqual([
      'instalment i1 2026-04-30 23:59 cancelled',
      'instalment i2 2026-10-01 23:59 cancelled',
    ]);
  });

  it('is breached by itself, each step with an id of its own', () => {
    const steps = due(duties([agreed], rules), '2027-01-01T00:00:00.000Z');
    expect(steps.filter(({ do: action }) => action === 'breach').map(({ duty }) => duty.instance)).toEqual([
      'i1',
      'i2',
    ]);
    expect(new Set(steps.map(({ commandId }) => commandId)).size).toBe(steps.length);
  });

  it('never falls before its start: a day that had passed when it was promised is due by the end of that day', () => {
    const late = [{ instalment: 'i1', dueOn: '2026-01-01' }];
    const facts = by('Agreed', '2026-03-02 09:00', 'housing', { pack: base.id, instalments: late });
    expect(fold(facts)).toEqual(['instalment i1 2026-03-02 23:59 open']);
  });

  it('is not raised where no day is named', () => {
    const open = [{ instalment: 'i1', dueOn: 'soon' }, { instalment: 'i2' }];
    expect(fold(fact('Agreed', '2026-03-02 09:00', { pack: base.id, by: 'a', instalments: open }))).toEqual(
      [],
    );
  });

  it('is named in its explanation, with the promised day', () => {
    const [duty] = duties([agreed], rules);
    expect(explain(duty!, rules, 'zh-CN')).toContain('“登记分流（转送、交办） i1”应于2026-04-30 23:59');
    expect(explain(duty!, rules, 'en')).toContain('The period is until the promised day 2026-04-30.');
  });
});

describe('one duty for each key of an event', () => {
  const asked = (at: string, helper: string) =>
    fact('HelpAsked', at, { pack: base.id, by: 'housing', helper });

  it('is owed once by each, and met by each', () => {
    expect(
      fold(
        asked('2026-03-02 09:00', 'water'),
        asked('2026-03-03 09:00', 'fire'),
        asked('2026-03-04 09:00', 'water'),
        fact('HelpGiven', '2026-03-05 09:00', { helper: 'fire' }),
      ),
    ).toEqual(['help water 2026-03-09 23:59 open', 'help fire 2026-03-09 23:59 met']);
  });
});
