import { aggregates, REFUSALS } from '@huiyin/domain';
import { bundledRules, ruleBook, type LocalOption, type PolicyPack } from '@huiyin/policy';
import { by } from '@huiyin/policy/facts.fixture';
import {
  accepted,
  acknowledged,
  answered,
  decided,
  give,
  owed,
  outcomes,
  registered,
  sent,
  sorted,
} from './law.fixture';

/* Beijing 2006: what a pack switches on, and what it does then. */

const pack = bundledRules.pack('xinfang-2022');
const under = (settings: Partial<PolicyPack>) =>
  ruleBook([{ ...pack, ...settings }], [bundledRules.calendar('cn')]);
const on = (...options: LocalOption[]) => under({ options });
const begun = [registered('2026-03-02 09:00', 'xinfang-2022@2'), sorted('2026-03-03 09:00')];
const assigned = [...begun, sent('2026-03-04 10:00', { mode: 'assign', resultWithin_days: 45 })];
const handled = [acknowledged('2026-03-05 10:00'), accepted('2026-03-09 15:00')];
const ACCEPTED = [...begun, sent('2026-03-04 10:00'), ...handled];
const opinion = { outcomes, basis: '《条例》' };

describe('北京 2006: the reply names its remedy and the period', () => {
  const answer = (rules: typeof bundledRules, data: object) =>
    give(ACCEPTED, '2026-04-20 10:00', 'AnswerCase', data, { rules });
  it('only where the pack asks for it', () => {
    expect(answer(bundledRules, opinion)).toEqual(['CaseAnswered']);
    expect(answer(on('remedy-named'), opinion)).toBe('remedy-unnamed');
    const remedy = '自收到之日起30日内可以向上一级机关申请复查。';
    expect(answer(on('remedy-named'), { ...opinion, remedy })).toEqual(['CaseAnswered']);
    expect(REFUSALS['remedy-unnamed'].article).toContain('北京');
  });
});

describe('北京 2006: late on an assigned matter, the office says why, and how far it is', () => {
  const missed = { rule: 'closing-report', office: 'housing', overseer: 'petitions', dutyId: 'd' };
  const late = [...assigned, ...handled, by('DutyBreached', '2026-04-21 00:00', 'system', missed)];
  it('within 5 working days (local setting), where the pack asks for it', () => {
    expect(owed('stage-report', late)).toBeUndefined();
    expect(owed('stage-report', late, on('stage-report'))).toBe('housing until 2026-04-28 23:59, open');
    const told = by('StageReported', '2026-04-22 09:00', 'housing', { reasons: '招标', text: '已勘查' });
    expect(owed('stage-report', [...late, told], on('stage-report'))).toMatch(/met$/);
  });
  it('and on no other matter', () => {
    const report = (history: typeof late) =>
      give(history, '2026-04-22 09:00', 'ReportStage', { reasons: '招标', text: '已勘查' });
    expect([report(late), report(ACCEPTED)]).toEqual([['StageReported'], 'not-assigned']);
    expect(REFUSALS['not-assigned'].article).toContain('北京');
  });
});

describe('北京 2006: a redo may not repeat the same answer', () => {
  const set = { office: 'housing', stage: 'review', outcome: 'redo' };
  const again = [
    ...ACCEPTED,
    answered('2026-04-20 10:00'),
    by('ReviewAsked', '2026-04-21 10:00', 'housing', { stage: 'review', of: 'housing', to: 'district' }),
    by('ReviewDecided', '2026-05-01 10:00', 'district', { ...set, text: '重作', basis: '《条例》' }),
    by('AnswerSetAside', '2026-05-01 10:00', 'district', set),
  ];
  const redo = (rules: typeof bundledRules) =>
    give(again, '2026-05-10 10:00', 'AnswerCase', opinion, { rules });
  it('by default, and not where a pack lists its options without it', () => {
    expect(redo(bundledRules)).toBe('same-answer-again');
    expect(redo(on('redo-differs'))).toBe('same-answer-again');
    expect(redo(on('stage-report'))).toEqual(['CaseAnswered']);
  });
});

describe('北京 2006: a review', () => {
  const asked = [
    ...ACCEPTED,
    answered('2026-04-20 10:00'),
    by('ReviewAsked', '2026-04-21 10:00', 'housing', { stage: 'review', of: 'housing', to: 'district' }),
  ];
  const opinion = { text: '复查意见', basis: '《条例》' };
  const changed = [{ claim: 'c1', outcome: 'supported', text: '更换管道' }];
  it.each([
    ['uphold', {}, []],
    ['revoke', {}, ['AnswerSetAside']],
    // What is changed is carried out before it is closed.
    ['change', { outcomes: changed }, ['ClosingDeferred']],
    ['redo', {}, ['AnswerSetAside']],
  ])('a review ends in: %s', (outcome, more, after) =>
    expect(give(asked, '2026-05-01 10:00', 'DecideReview', { ...opinion, outcome, ...more })).toEqual([
      'ReviewDecided',
      ...after,
    ]),
  );
});

describe('北京 2006: whoever refuses advice says why', () => {
  const given = by('AdviceGiven', '2026-03-02 09:00', 'petitions', {
    ...{ pack: 'xinfang-2022@2', office: 'housing', adviser: 'petitions', kind: 'improve-work' },
    ...{ text: '逐件回访', reasons: '重复发生', grounds: [] },
  });
  const refuse = (rules: typeof bundledRules) =>
    give([given], '2026-03-10 09:00', 'RefuseAdvice', {}, { aggregate: aggregates.advice, rules });
  it('the reasons are owed within 3 working days where the pack asks for it, and at once where it does not', () => {
    const later = on('advice-refusal-reasons');
    expect([refuse(bundledRules), refuse(later)]).toEqual(['refusal-without-reasons', ['AdviceRefused']]);
    const refused = [
      given,
      by('AdviceRefused', '2026-03-12 10:00', 'housing', {
        office: 'housing',
        adviser: 'petitions',
        explained: false,
      }),
    ];
    expect(owed('explain-refusal', refused)).toBeUndefined();
    expect(owed('explain-refusal', refused, later)).toBe('housing until 2026-03-17 23:59, open');
    const explained = by('RefusalExplained', '2026-03-13 10:00', 'housing', { reasons: '已有类似制度' });
    expect(owed('explain-refusal', [...refused, explained], later)).toMatch(/met$/);
  });
});

describe('settings of a pack that are days', () => {
  const panel = [{ role: 'chair', from: '信访局' }, { from: '律师' }, { from: '人大代表' }];
  const announce = (heldOn: string, rules = bundledRules) =>
    give(ACCEPTED, '2026-03-10 10:00', 'AnnounceHearing', { heldOn, place: '听证室', panel }, { rules });
  it('第三十一条: a hearing is announced 7 days before (local setting), or as many as the pack says', () => {
    expect([announce('2026-03-16'), announce('2026-03-17')]).toEqual([
      'hearing-notice-too-short',
      ['HearingAnnounced'],
    ]);
    const three = under({ hearingNotice_days: 3 });
    expect([announce('2026-03-12', three), announce('2026-03-13', three)]).toEqual([
      'hearing-notice-too-short',
      ['HearingAnnounced'],
    ]);
  });

  /** The outcome as the answer records it. */
  const support = (more: object, rules = bundledRules): unknown => {
    const outcome = { claim: 'c1', outcome: 'supported', text: '更换管道', ...more };
    const data = { outcomes: [outcome], basis: '《条例》' };
    const decision = decided(ACCEPTED, '2026-04-20 10:00', 'AnswerCase', data, { rules });
    return decision.ok && (decision.events[0]!.data as { outcomes: unknown[] }).outcomes[0];
  };
  const outcome = (carried: object) => ({ claim: 'c1', outcome: 'supported', text: '更换管道', ...carried });
  it('第三十二条: what is supported is carried out by the day named, else within 30 d (local setting), unless it is done', () => {
    expect(support({})).toEqual(outcome({ carryOutBy: '2026-05-20' }));
    expect(support({ carryOutBy: '2026-06-01' })).toEqual(outcome({ carryOutBy: '2026-06-01' }));
    expect(support({ done: true })).toEqual(outcome({ done: true }));
    expect(support({}, under({ carryOutWithin_days: 5 }))).toEqual(outcome({ carryOutBy: '2026-04-25' }));
    const promised = by('CaseAnswered', '2026-04-20 10:00', 'housing', {
      outcomes: [{ claim: 'c1', outcome: 'supported', text: '更换管道', carryOutBy: '2026-05-20' }],
      told: true,
    });
    expect(owed('carry-out', [...ACCEPTED, promised])).toBe('housing until 2026-05-20 23:59, open');
  });
});
