import { bundledPacks, bundledRules, type DutyRule, type PolicyPack } from '@huiyin/policy';
import { given, refusal } from '@huiyin/testing/decision';
import { policyAggregate, type PolicyEvent } from '.';
import { aPackDoesNotContradictItself } from './rules/a-pack-does-not-contradict-itself';

const pack = bundledPacks.find(({ id }) => id === 'xinfang-2022')!;
const adopt = (given: PolicyPack) => ({ type: 'AdoptPolicy', data: { pack: given } }) as const;
const adopted = (version: number): PolicyEvent => ({
  type: 'PolicyAdopted',
  data: { pack: { ...pack, version } },
});
const issued = { id: pack.id };

describe('none', () => {
  it.each(bundledPacks.map((one) => [one.id, one] as const))('adopts the bundled pack %s', (id, one) =>
    given(policyAggregate)
      .when(adopt(one), { id })
      .then([{ type: 'PolicyAdopted', data: { pack: one } }]),
  );
  it('begins with whatever version is the newest', () =>
    given(policyAggregate)
      .when(adopt({ ...pack, version: 7 }), issued)
      .then([adopted(7)]));
  it('is adopted under its own id', () =>
    given(policyAggregate)
      .when(adopt(pack), { id: 'xinfang-2005' })
      .then(refusal('policy-invalid', { problem: 'id: is xinfang-2022, adopted as xinfang-2005' })));
  it('is not adopted when it contradicts itself, and says where', () => {
    const [duty, ...others] = pack.duties;
    const contradictory = { ...pack, duties: [{ ...duty!, dischargedBy: [] }, ...others] };
    given(policyAggregate)
      .when(adopt(contradictory), issued)
      .then(refusal('policy-invalid', { problem: 'duties[0].dischargedBy: nothing discharges it' }));
  });
  it('is not adopted when it waits for an event that no stream can hold', () => {
    const [duty, ...others] = pack.duties;
    const waiting = { ...pack, duties: [{ ...duty!, dischargedBy: [{ event: 'CaseSolved' }] }, ...others] };
    given(policyAggregate)
      .when(adopt(waiting), issued)
      .then(
        refusal('policy-invalid', { problem: 'duties[0].dischargedBy[0].event: unknown event CaseSolved' }),
      );
  });
});

/** The bundled pack with another rule of that id in place of its own. */
const withRule = (id: string, change: Partial<DutyRule>): PolicyPack => ({
  ...pack,
  duties: pack.duties.map((rule) => (rule.id === id ? { ...rule, ...change } : rule)),
});
const place = (id: string): number => pack.duties.findIndex((rule) => rule.id === id);
const problemsOf = (broken: PolicyPack) =>
  aPackDoesNotContradictItself(pack.id, broken, bundledRules)?.errors ?? [];

describe('a condition or field that no event has', () => {
  it.each<[string, string, Partial<DutyRule>, string, string]>([
    [
      'a misspelt field',
      'answer',
      { raisedBy: [{ event: 'CaseAccepted', where: { mod: 'refer' } }] },
      'raisedBy/0/where/mod',
      'CaseAccepted has no field mod',
    ],
    [
      'a value that the field never has',
      'answer',
      { raisedBy: [{ event: 'CaseSent', where: { mode: 'referr' } }] },
      'raisedBy/0/where/mode',
      'mode of CaseSent is never "referr"',
    ],
    [
      'a value of another kind',
      'answer',
      { dischargedBy: [{ event: 'CaseClosed', where: { by: 7 } }] },
      'dischargedBy/0/where/by',
      'by of CaseClosed is never 7',
    ],
    [
      'an owner in a field that is not there',
      'answer',
      { owner: { field: 'office' } },
      'owner/field',
      'CaseAccepted has no field office',
    ],
    [
      'a start that nobody records',
      'answer',
      { startsFrom: 'begunAt' },
      'startsFrom',
      'CaseAccepted has no field begunAt',
    ],
    [
      'an office that the event does not name',
      'answer',
      { cancelledBy: [{ event: 'CaseClosed', office: { field: 'unit', is: 'owner' } }] },
      'cancelledBy/0/office/field',
      'CaseClosed has no field unit',
    ],
    [
      'days that no event brings',
      'answer',
      { extendedBy: { event: 'AnswerExtended', daysField: 'weeks', max_days: 30 } },
      'extendedBy/daysField',
      'AnswerExtended has no field weeks',
    ],
    [
      'a promise in a field that is not there',
      'answer',
      { period: { until: 'promisedFor' } },
      'period/until',
      'CaseAccepted has no field promisedFor',
    ],
  ])('is refused and named: %s', (_, id, change, at, message) => {
    const told = problemsOf(withRule(id, change));
    expect(told).toEqual([{ pointer: `/pack/duties/${place(id)}/${at}`, message }]);
  });

  it('counts towards no supervision order either', () => {
    const { triggers, checklist } = pack.supervision!;
    const [first, ...others] = triggers;
    const on = [{ event: 'CaseSent', amount: 'passes', where: { mode: 'shout' } }];
    const broken = { ...pack, supervision: { checklist, triggers: [{ ...first!, on }, ...others] } };
    expect(problemsOf(broken)).toEqual([
      {
        pointer: '/pack/supervision/triggers/0/on/0/where/mode',
        message: 'mode of CaseSent is never "shout"',
      },
      { pointer: '/pack/supervision/triggers/0/on/0/amount', message: 'CaseSent has no field passes' },
    ]);
  });

  it('is told with all others, up to a bound', () => {
    const duties = pack.duties.map((rule) => ({ ...rule, startsFrom: 'begunAt' }));
    expect(problemsOf({ ...pack, duties })).toHaveLength(20);
  });
});

describe('adopted', () => {
  const inState = given(policyAggregate, adopted(2));
  it.each([3, 4])('is superseded by version %i', (version) =>
    inState.when(adopt({ ...pack, version }), issued).then([adopted(version)]),
  );
  it('does not come before a pack that comes before it: the ring is refused where it would close', () => {
    const before = (one: PolicyPack, ref: string) => ({
      ...one,
      inForce: { from: '2022-05-01', before: ref },
    });
    const earlier = before(
      bundledPacks.find(({ id }) => id === 'xinfang-2005')!,
      'xinfang-2022',
    );
    given(policyAggregate)
      .when(adopt(earlier), { id: earlier.id })
      .then(
        refusal('policy-invalid', {
          problem: 'inForce.before: leads back to this pack through xinfang-2022',
        }),
      );
  });
  it.each([1, 2])('is not edited: version %i is refused', (version) =>
    inState.when(adopt({ ...pack, version }), issued).then(refusal('version-not-next', { last: 2, version })),
  );
});
