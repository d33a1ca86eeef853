import { bundledRules, type Fact } from '@huiyin/policy';
import { by } from '@huiyin/policy/facts.fixture';
import {
  accepted,
  acknowledged,
  extended,
  give,
  owed,
  registered,
  sent,
  sorted,
  sourceOf,
} from './law.fixture';

const called = (tier: string): readonly Fact[] => [
  registered('2026-03-02 22:30', 'hotline-12345@2', { tier }),
  sorted('2026-03-02 22:40'),
  sent('2026-03-02 23:00'),
];

const TIERS: readonly (readonly [string, string, string])[] = [
  ['2 h, over midnight', 'emergency', '2026-03-03 01:00'],
  ['24 h', 'utilities', '2026-03-03 23:00'],
  ['7 d', 'ordinary', '2026-03-09 23:59'],
  ['15 d', 'complex', '2026-03-17 23:59'],
];

describe('接诉即办 (12345)', () => {
  it.each(TIERS)('the period printed on the order: %s (%s)', (_, tier, due) => {
    expect(owed(`answer-${tier}`, called(tier))).toBe(`housing until ${due}, open`);
    expect(sourceOf('hotline-12345', `answer-${tier}`)).toContain('本地设定');
  });

  it.each(['title', 'place', 'category', 'channel', 'claims'])('an order has: %s', (field) => {
    const order = {
      ...{ channel: 'phone', category: 'water', title: '停水', place: '南湖街道', receiver: 'petitions' },
      ...{ claims: [{ summary: '恢复供水' }], pack: 'hotline-12345', tier: 'ordinary' },
      ...{ petitioner: { phone: '13900000000' }, receivedAt: '2026-03-02T00:30:00.000Z' },
    };
    const register = (data: object) => give([], '2026-03-02 09:00', 'RegisterCase', data);
    expect(register(order)).toEqual(['CaseRegistered']);
    expect(() => register({ ...order, [field]: undefined })).toThrow();
  });

  it('runs on days off too: a last day on a holiday stays', () => {
    const order = [
      registered('2026-09-26 09:00', 'hotline-12345@2', { tier: 'ordinary' }),
      sorted('2026-09-26 09:10'),
      sent('2026-09-26 09:20'),
    ];
    expect(owed('answer-ordinary', order)).toBe('housing until 2026-10-03 23:59, open');
  });

  it('an office may object to a dispatch, a reviewer decides', () => {
    const history = called('ordinary');
    expect(give(history, '2026-03-03 10:00', 'ObjectToCase', { reasons: '不属本单位' })).toEqual([
      'CaseObjected',
    ]);
    const objected = [
      ...history,
      by('CaseObjected', '2026-03-03 10:00', 'housing', { reasons: '不属本单位' }),
    ];
    expect(owed('decide-objection', objected)).toBe('petitions until 2026-03-03 14:00, open');
  });

  it("an extension's reasons go to the caller and to the hotline, each owed on its own", () => {
    const history = [
      ...called('ordinary'),
      acknowledged('2026-03-03 09:00'),
      accepted('2026-03-03 10:00'),
      extended('2026-03-05 10:00', 5),
    ];
    const caller = by('ExtensionTold', '2026-03-05 11:00', 'housing', { how: 'phone', to: 'petitioner' });
    expect(owed('extension-notice', history)).toBe('housing until 2026-03-06 10:00, open');
    expect(owed('extension-notice', [...history, caller])).toMatch(/met$/);
    expect(owed('extension-report', [...history, caller])).toBe('housing until 2026-03-06 10:00, open');
    const tell = (to: string) => give([...history, caller], '2026-03-05 12:00', 'TellExtension', { to });
    expect([tell('petitioner'), tell('hotline')]).toEqual(['no-extension-to-tell', ['ExtensionTold']]);
  });

  it('the whistle: who is called in reports within 5 working days, and is assessed by who called', () => {
    const call = { helper: 'water', how: 'whistle', task: '现场会商' };
    const history = [...called('ordinary'), acknowledged('2026-03-03 09:00'), accepted('2026-03-03 10:00')];
    expect(give(history, '2026-03-03 11:00', 'CallHelp', call)).toEqual(['HelpCalled']);
    const whistled = [...history, by('HelpCalled', '2026-03-03 11:00', 'housing', call)];
    expect(owed('help', whistled)).toBe('water until 2026-03-10 23:59, open');
    const given = [
      ...whistled,
      by('HelpGiven', '2026-03-05 11:00', 'water', { helper: 'water', text: '已到场' }),
    ];
    expect(owed('assess-help', given)).toBe('housing until 2026-03-12 23:59, open');
    const assess = { helper: 'water', mark: 'good', reasons: '到场及时' };
    expect(give(given, '2026-03-06 11:00', 'AssessHelp', assess)).toEqual(['HelpAssessed']);
  });

  it('both sides are assessed: who was called in by who called, and who called by the caller', () => {
    const rule = (id: string) => bundledRules.pack('hotline-12345').duties.find((one) => one.id === id)!;
    expect(rule('assess-help')).toMatchObject({ kind: 'duty', raisedBy: [{ event: 'HelpGiven' }] });
    expect(rule('callback')).toMatchObject({ kind: 'duty', raisedBy: [{ event: 'CaseClosed' }] });
  });

  it('the caller is called back after closing: responded, solved, satisfied', () => {
    const history = [
      ...called('ordinary'),
      acknowledged('2026-03-03 09:00'),
      accepted('2026-03-03 10:00'),
      by('CaseAnswered', '2026-03-05 10:00', 'housing', { outcomes: [], basis: '', told: true }),
      by('CaseClosed', '2026-03-06 10:00', 'housing', {}),
    ];
    expect(owed('callback', history)).toBe('petitions until 2026-03-13 23:59, open');
    const asked = { responded: true, solved: true, satisfied: false };
    expect(give(history, '2026-03-07 10:00', 'RecordCallback', asked)).toEqual(['CalledBack']);
    // Not by the office that is asked about.
    const own = give(history, '2026-03-07 10:00', 'RecordCallback', asked, { office: 'housing' });
    expect(own).toBe('not-the-holder');
  });

  it('first receiver leads: the order is the hotline’s until it is dispatched, within 1 h', () => {
    expect(owed('sort-and-send', called('ordinary').slice(0, 1))).toBe(
      'petitions until 2026-03-02 23:30, open',
    );
    expect(bundledRules.pack('hotline-12345').lastDay).toBe('as-is');
  });
});
