import {
  bundledRules,
  duties,
  explain,
  ruleBook,
  type DutyRule,
  type PolicyPack,
  type WorkCalendar,
} from '@huiyin/policy';
import { beijing, fact } from '@huiyin/policy/facts.fixture';
import { accepted, acknowledged, owed, registered, sent, sorted } from './law.fixture';

const pack = bundledRules.pack('xinfang-2022');
const china = bundledRules.calendar('cn');
const under = (settings: Partial<PolicyPack>, calendar: WorkCalendar = china) =>
  ruleBook([{ ...pack, ...settings }], [calendar]);
/** The 60th day after 25 December 2025 is the last of Spring Festival. */
const history = [
  registered('2025-12-20 09:00', 'xinfang-2022@2'),
  sorted('2025-12-21 09:00'),
  sent('2025-12-22 09:00'),
  acknowledged('2025-12-23 09:00'),
  accepted('2025-12-25 09:00'),
];

describe('how days count is a setting, recorded on every deadline', () => {
  it.each([
    ['roll-forward', 'excluded', '2026-02-24 23:59'],
    ['as-is', 'excluded', '2026-02-23 23:59'],
    ['as-is', 'included', '2026-02-22 23:59'],
  ] as const)('last day %s, first day %s', (lastDay, firstDay, due) => {
    const rules = under({ lastDay, firstDay });
    expect(owed('answer', history, rules)).toBe(`housing until ${due}, open`);
    for (const duty of duties(history, rules))
      expect(duty).toMatchObject({ lastDay, firstDay, calendar: 'cn@1' });
  });
});

describe('the notice of 2020-01-27 changed dates already running', () => {
  /** As it stood before the notice: Spring Festival to 30 January, 1 February worked. */
  const extra = ['2020-01-31', '2020-02-01', '2020-02-02'];
  const before: WorkCalendar = {
    ...china,
    version: 1,
    daysOff: china.daysOff.filter((day) => !extra.includes(day)),
    makeUpDays: [...china.makeUpDays, '2020-02-01'],
  };
  const after: WorkCalendar = { ...china, version: 2 };
  const rules = ruleBook([{ ...pack, inForce: {} }], [before, after]);
  const sentThen = fact(
    'CaseSent',
    '2020-01-22 10:00',
    { pack: 'xinfang-2022@2', by: 'petitions', to: 'housing' },
    'cn@1',
  );
  const recomputed = fact('DutiesRecomputed', '2020-01-27 12:00', {}, 'cn@2');

  it('an objection that ran over it has its old date on record, and both are explained', () => {
    const [old] = duties([sentThen], rules);
    const [now] = duties([sentThen, recomputed], rules);
    expect([beijing(old!.dueAt), beijing(now!.dueAt)]).toEqual(['2020-02-04 23:59', '2020-02-06 23:59']);
    expect(now!.earlier).toEqual([{ dueAt: old!.dueAt, calendar: 'cn@1', until: recomputed.occurredAt }]);
    expect(explain(now!, rules, 'zh-CN')).toContain(
      '原定2020-02-04 23:59（日历cn@1），2020-01-27 12:00因新日历调整。',
    );
    expect(explain(now!, rules, 'en')).toContain('It was due by 2020-02-04 23:59 (calendar cn@1)');
  });
});

describe('Beijing 2006, local options', () => {
  const optional: DutyRule = { ...pack.duties[0]!, id: 'optional', option: 'stage-report' };

  it('are off in every bundled pack', () => {
    for (const id of ['xinfang-2022', 'xinfang-2005', 'hotline-12345', 'open311'])
      expect(bundledRules.pack(id).options ?? []).toEqual([]);
  });

  it('raise their duties only where the pack has switched them on', () => {
    const off = under({ duties: [optional] });
    const on = under({ duties: [optional], options: ['stage-report'] });
    expect([owed('optional', history, off), owed('optional', history, on)]).toEqual([
      undefined,
      expect.stringContaining('petitions until'),
    ]);
  });
});

describe('Beijing 2006, a recusal on request', () => {
  const asked = [
    ...history.slice(0, 3),
    fact('RecusalAsked', '2025-12-22 10:00', { by: 'petitions', office: 'housing', reasons: '有利害关系' }),
  ];
  it('is decided by nobody in time where the option is off, and within 3 working days where it is on', () => {
    expect(owed('decide-recusal', asked)).toBeUndefined();
    const on = under({ options: ['recusal-on-request'] });
    expect(owed('decide-recusal', asked, on)).toBe('petitions until 2025-12-25 23:59, open');
    const granted = fact('RecusalGranted', '2025-12-24 10:00', {
      by: 'petitions',
      office: 'housing',
      reasons: '',
    });
    expect(owed('decide-recusal', [...asked, granted], on)).toMatch(/met$/);
  });
});

describe('every duty of every bundled pack', () => {
  const all = ['xinfang-2022', 'xinfang-2005', 'hotline-12345', 'open311'].flatMap((id) =>
    bundledRules.pack(id).duties.map((rule) => [id, rule.id] as const),
  );

  it.each(all)('%s %s is explained in both languages', (id, ruleId) => {
    const owner = bundledRules.pack(id);
    const rule = owner.duties.find((one) => one.id === ruleId)!;
    const [selector] = rule.raisedBy;
    const offices = [rule.owner, rule.overseer].flatMap((ref) => ('field' in ref ? [[ref.field, 'o']] : []));
    const item = {
      by: 'o',
      office: 'o',
      receiver: 'o',
      to: 'o',
      ...(Object.fromEntries(offices) as object),
      ...(rule.each && { [rule.each.key]: 'k1' }),
    };
    const dates = 'until' in rule.period ? { [rule.period.until]: '2026-06-01' } : {};
    const data = { ...item, ...dates, ...selector!.where, pack: id, service: 'pothole' };
    const list = rule.each?.list === undefined ? {} : { [rule.each.list]: [data] };
    const services = { pothole: { unit: 'calendar-days-exact', amount: 7 } } as const;
    const rules = ruleBook(
      [{ ...owner, services, options: rule.option ? [rule.option] : [] }],
      [china, bundledRules.calendar('weekdays')],
    );
    const begun = fact('CaseRegistered', '2026-03-01 09:00', { pack: id, receiver: 'o' });
    const raising = fact(selector!.event, '2026-03-02 09:00', { ...data, ...list });
    const duty = duties([begun, raising], rules).find((one) => one.rule === ruleId);
    const [zh, en] = [explain(duty!, rules, 'zh-CN'), explain(duty!, rules, 'en')];
    expect(zh).toContain(rule.name.zh);
    expect(zh).toContain(rule.source.zh);
    // In words: no stored name of an event is left in either language.
    expect(zh).not.toContain(selector!.event);
    expect(en).toContain(rule.name.en);
    expect(en).not.toContain(selector!.event);
  });
});
