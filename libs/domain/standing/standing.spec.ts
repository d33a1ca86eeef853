import { bundledRules } from '@huiyin/policy';
import { at, given, ID, on, refusal, stateAfter, type Happened } from '@huiyin/testing/decision';
import { officeTree } from '../offices';
import { standingAggregate, type StandingEvent } from '.';
import { aRankingIsOfATimeThatIsOver } from './rules/a-ranking-is-of-a-time-that-is-over';
import { aRankingCountsOnce } from './rules/a-ranking-counts-once';
import { ordersOf } from './rules/orders-of';

const review = (n: number): string => `0196a0c1-5d00-7000-8000-00000000010${n}`;
const office = 'housing';
const about = { pack: 'xinfang-2022@2', caseId: ID, kind: 'silent', gravity: 'ordinary' } as const;
const { ladder } = bundledRules.pack('xinfang-2022');
const offices = officeTree({ housing: { superior: 'government' } });
const asked = (rung: string): StandingEvent[] =>
  ordersOf(
    ladder.rungs.find(({ id }) => id === rung)!,
    office,
    about.pack,
    'government',
  );
const [first, second] = ladder.rungs.map(({ id }) => id) as [string, string];

const count = (n: number) =>
  ({ type: 'CountFault', data: { ...about, pack: 'xinfang-2022', reviewId: review(n) } }) as const;
const counted = (n: number, day: string, inWindow = n) =>
  ({
    type: 'FaultCounted',
    data: { office, ...about, reviewId: review(n), at: at(day), inWindow },
  }) satisfies StandingEvent;
const reached = (rung: string, faults: number, day: string) =>
  ({
    type: 'RungReached',
    data: { office, pack: about.pack, rung, faults, at: at(day) },
  }) satisfies StandingEvent;
const left = (rung: string) => ({ type: 'RungLeft', data: { office, rung, reasons: '整改到位' } }) as const;
const stepDown = { type: 'StepDown', data: { reasons: '整改到位' } } as const;
const issued = (day: string) => ({ id: office, occurredAt: at(day), offices });
const talk = { office, by: 'government', order: 'talk/talk' } as const;
const held = {
  type: 'TalkHeld',
  data: { ...talk, present: ['deputy-in-charge', 'office-head'], record: '约谈', year: 2025 },
} satisfies StandingEvent;

const onFirst: Happened<StandingEvent>[] = [
  on('2025-03-01', counted(1, '2025-03-01')),
  reached(first, 1, '2025-03-01'),
];
const onSecond = [...onFirst, on('2025-06-01', counted(2, '2025-06-01')), reached(second, 2, '2025-06-01')];

describe('clear', () => {
  it('reaches the rung that its first confirmed fault leads to', () =>
    given(standingAggregate)
      .when(count(1), issued('2025-03-01'))
      .then([counted(1, '2025-03-01'), reached(first, 1, '2025-03-01'), ...asked(first)]));
  it('has no rung to leave', () => given(standingAggregate).when(stepDown).then(refusal('not-on-a-rung')));
  it('is counted under a pack that has been adopted', () =>
    given(standingAggregate)
      .when({ ...count(1), data: { ...count(1).data, pack: 'xinfang-1999' } })
      .then(refusal('policy-unknown')));
  it('has no way to count a review that found no fault', () => {
    const noFault = { ...count(1).data, kind: 'no-fault' };
    expect(() => given(standingAggregate).when({ type: 'CountFault', data: noFault })).toThrow('kind');
  });
});

describe('on a rung', () => {
  it('goes up with a further fault inside the window', () =>
    given(standingAggregate, ...onFirst)
      .when(count(2), issued('2026-02-28'))
      .then([counted(2, '2026-02-28'), reached(second, 2, '2026-02-28'), ...asked(second)]));
  it('stays where it is when the earlier fault has left the window', () =>
    given(standingAggregate, ...onFirst)
      .when(count(2), issued('2026-03-01'))
      .then([counted(2, '2026-03-01', 1)]));
  it('is never brought lower by a fault', () =>
    given(standingAggregate, ...onSecond)
      .when(count(3), issued('2027-01-01'))
      .then([counted(3, '2027-01-01', 1)]));
  it('counts a review once', () =>
    given(standingAggregate, ...onFirst)
      .when(count(1), issued('2025-03-02'))
      .then(refusal('fault-counted-already', { reviewId: review(1) })));
  it('steps down with reasons, and keeps its faults on the record', () => {
    given(standingAggregate, ...onFirst)
      .when(stepDown, issued('2025-04-01'))
      .then([left(first)]);
    expect(stateAfter(standingAggregate, ...onFirst, left(first))).toMatchObject({
      status: 'clear',
      faults: [{ reviewId: review(1), at: at('2025-03-01') }],
    });
  });
  it('does not step down too soon, nor by itself, nor before what was ordered is done', () => {
    const inState = given(standingAggregate, ...onFirst);
    inState
      .when(stepDown, issued('2025-03-30'))
      .then(refusal('too-soon-to-come-down', { from: at('2025-03-31') }));
    inState.when(stepDown, { ...issued('2025-04-01'), office }).then(refusal('same-reviewer', { office }));
    inState
      .when(stepDown, { ...issued('2025-04-01'), office: 'water' })
      .then(refusal('not-the-holder', { holder: 'government', office: 'water' }));
    given(standingAggregate, ...onFirst, ...asked(first))
      .when(stepDown, issued('2025-04-01'))
      .then(refusal('order-open', { order: 'talk/talk' }));
  });
  it('climbs again from what is still in the window after stepping down', () =>
    given(standingAggregate, ...onFirst, left(first))
      .when(count(2), issued('2025-09-01'))
      .then([counted(2, '2025-09-01'), reached(second, 2, '2025-09-01'), ...asked(second)]));
});

describe('what a rung asks for', () => {
  const inState = given(standingAggregate, ...onFirst, ...asked(first));
  const hold = {
    type: 'HoldTalk',
    data: { rung: first, present: held.data.present, record: '约谈' },
  } as const;
  it('is done by the office above, once', () => {
    inState.when(hold, { ...issued('2025-03-10'), office: 'government' }).then([held]);
    given(standingAggregate, ...onFirst, ...asked(first), held)
      .when(hold, issued('2025-03-10'))
      .then(refusal('order-unknown', { order: 'talk/talk' }));
  });
  it('is nothing that its own office can do for it', () =>
    inState
      .when(hold, { ...issued('2025-03-10'), office })
      .then(refusal('not-the-holder', { holder: 'government', office })));
  it('needs those whom the ladder names', () =>
    inState
      .when({ ...hold, data: { ...hold.data, present: ['office-head'] } }, issued('2025-03-10'))
      .then(refusal('post-missing', { post: 'deputy-in-charge' })));
  it('is put right only after the office has said so', () =>
    given(standingAggregate, ...onFirst, ...asked('rectification'))
      .when(
        { type: 'ConfirmRectification', data: { rung: 'rectification', reasons: '属实' } },
        issued('2025-03-10'),
      )
      .then(refusal('rectification-not-reported')));
});

describe('a placing', () => {
  const place = {
    type: 'CountPlacing',
    data: { pack: 'xinfang-2022', period: '2026-Q1', place: 1, published: '通报' },
  } as const;
  const { pack: _, ...published } = place.data;
  const placed = {
    type: 'PlacingCounted',
    data: { office, pack: about.pack, ...published, at: at('2026-04-10'), counted: 1 },
  } satisfies StandingEvent;
  it('counts by the office above, of an office that there is', () => {
    const inApril = issued('2026-04-10');
    given(standingAggregate)
      .when(place, { ...inApril, office: 'water' })
      .then(refusal('not-the-holder', { holder: 'government', office: 'water' }));
    given(standingAggregate)
      .when(place, { ...inApril, id: 'nowhere' })
      .then(refusal('office-unknown', { office: 'nowhere' }));
  });
  it('counts when the time that is ranked is over', () => {
    const [period, from] = ['2026-Q4', '2027-01-01'];
    expect(aRankingIsOfATimeThatIsOver(period, '2026-12-31')).toEqual(
      refusal('ranking-not-over', { period, from }),
    );
    expect(aRankingIsOfATimeThatIsOver(period, from)).toBeUndefined();
    expect(aRankingIsOfATimeThatIsOver('2026-02', '2026-03-01')).toBeUndefined();
  });
  it('counts only on a ladder that counts rankings', () =>
    given(standingAggregate)
      .when(place, issued('2026-04-10'))
      .then(refusal('placing-not-counted', { ladder: ladder.id, period: '2026-Q1', place: 1 })));
  it('counts once', () => {
    const period = '2026-Q1';
    const again = aRankingCountsOnce(stateAfter(standingAggregate, placed), period);
    expect(again).toEqual(refusal('placing-counted-already', { period }));
  });
});

describe('good practice and awards', () => {
  const practice = { title: '日清日结', text: '逐件回访' };
  const noted = {
    type: 'PracticeNoted',
    data: { office, by: 'government', practice: 'p1', ...practice },
  } satisfies StandingEvent;
  const award = (year: number, practices: string[] = []) =>
    ({ name: '先进单位', year, reasons: '按期答复', practices }) as const;
  const granted = (year: number, practices: string[] = []) =>
    ({
      type: 'AwardGranted',
      data: { office, by: 'government', award: 'a1', ...award(year, practices) },
    }) satisfies StandingEvent;
  const grant = (year: number, practices: string[] = []) =>
    ({ type: 'GrantAward', data: award(year, practices) }) as const;
  const inDecember = issued('2025-12-20');

  it('are noted and given by another office, and leave the standing clear', () => {
    const note = { type: 'NotePractice', data: practice } as const;
    given(standingAggregate).when(note, inDecember).then([noted]);
    given(standingAggregate)
      .when(note, { ...inDecember, office })
      .then(refusal('own-award', { office }));
    given(standingAggregate, noted)
      .when(grant(2025, ['p1']), { ...inDecember, office: 'government' })
      .then([granted(2025, ['p1'])]);
    expect(stateAfter(standingAggregate, noted, granted(2025, ['p1'])).status).toBe('clear');
  });
  it('name only practice that was noted', () =>
    given(standingAggregate)
      .when(grant(2025, ['p1']), inDecember)
      .then(refusal('practice-unknown', { practice: 'p1' })));
  it('stop on a rung, with the day from which the office may come down', () => {
    given(standingAggregate, ...onFirst)
      .when(grant(2025), issued('2025-03-20'))
      .then(refusal('award-on-a-rung', { rung: first, from: at('2025-03-31') }));
    given(standingAggregate, ...onFirst, left(first))
      .when(grant(2025), inDecember)
      .then([granted(2025)]);
  });
  it('stop for a forfeited year, and for no other', () => {
    const forfeited = {
      type: 'AwardForfeited',
      data: { office, pack: about.pack, year: 2025, talks: 2 },
    } as const;
    const inState = given(standingAggregate, forfeited);
    inState
      .when(grant(2025), inDecember)
      .then(refusal('award-forfeited', { year: 2025, until: '2025-12-31' }));
    inState.when(grant(2024), inDecember).then([granted(2024)]);
  });
  it('are given to nobody who is no office', () =>
    given(standingAggregate)
      .when(grant(2025), { ...inDecember, id: 'wang-xiaoming' })
      .then(refusal('office-unknown', { office: 'wang-xiaoming' })));
  it('are revoked with reasons, once, by the office that gave them', () => {
    const revoke = { type: 'RevokeAward', data: { award: 'a1', reasons: '不实' } } as const;
    const gone = {
      type: 'AwardRevoked',
      data: { office, by: 'government', award: 'a1', forfeited: false, reasons: '不实' },
    } as const;
    given(standingAggregate, granted(2025)).when(revoke, inDecember).then([gone]);
    given(standingAggregate, granted(2025))
      .when(revoke, { ...inDecember, office: 'water' })
      .then(refusal('not-the-holder', { holder: 'government', office: 'water' }));
    given(standingAggregate, granted(2025), gone)
      .when(revoke, inDecember)
      .then(refusal('award-unknown', { award: 'a1' }));
  });
});

test('every rung of the ladder is reached, one fault after another', () => {
  const history: StandingEvent[] = [];
  ladder.rungs.forEach(({ id, faults }, index) => {
    const next = [
      counted(index + 1, '2026-03-01', faults!),
      reached(id, faults!, '2026-03-01'),
      ...asked(id),
    ];
    given(standingAggregate, ...history)
      .when(count(index + 1), issued('2026-03-01'))
      .then(next);
    history.push(...next);
  });
});
