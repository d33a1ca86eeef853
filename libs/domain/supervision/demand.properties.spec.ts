import { bundledRules, triggered, type Fact } from '@huiyin/policy';
import { decide, factsOf } from '@huiyin/testing/decision';
import fc from 'fast-check';
import { supervisionAggregate } from '.';
import { AGGREGATES } from '../aggregates';
import { event, registered, sent, sorted, acknowledged } from '../case/case.fixture';
import { contextOf } from '../context';
import { EVERY_OFFICE } from '../offices';

const SIGNED_MAX = 500;
const DEMAND_MAX = 40;

/** The matter comes again, from whoever and however many: what a case can say of demand. */
const demand = fc.oneof(
  fc
    .record({ repeats: fc.integer({ min: 1, max: 30 }), persons: fc.integer({ min: 1, max: SIGNED_MAX }) })
    .map(({ repeats, persons }) =>
      event('RepeatCounted', {
        by: 'petitions',
        case: '0196a0c1-5d00-7000-8000-0000000000c2',
        as: 'repeat',
        persons,
        repeats,
        signatories: persons,
      }),
    ),
  fc
    .constantFrom('letter', 'visit')
    .map((how) => event('ReturnVisited', { by: 'housing', how, text: '走访' } as never)),
);
const history = fc
  .tuple(fc.integer({ min: 1, max: SIGNED_MAX }), fc.boolean(), fc.array(demand, { maxLength: DEMAND_MAX }))
  .map(([persons, joint, events]): Fact[] =>
    factsOf([
      event('CaseRegistered', { ...registered.data, kind: joint ? 'joint' : 'individual', persons } as never),
      sorted,
      sent,
      acknowledged,
      ...events,
    ]),
  );

const STANDING = Object.keys(AGGREGATES.standings.versions).filter(
  (type) => !['OfficeReminded', 'DutyBreached', 'DutiesRecomputed'].includes(type),
);

describe('repeats, signatories and visits, however many', () => {
  it('ask for nothing but orders to the office that handles the case, and move no standing', () => {
    let orders = 0;
    fc.assert(
      fc.property(history, (facts) => {
        for (const { owner, overseer, trigger, rule: threshold, occurrence, policy } of triggered(
          facts,
          bundledRules,
        )) {
          orders += 1;
          expect([owner, overseer]).toEqual(['housing', 'petitions']);
          const about = {
            pack: policy,
            caseId: '0196a0c1-5d00-7000-8000-0000000000c1',
            office: owner,
            by: overseer,
          };
          const decision = decide(
            supervisionAggregate,
            { type: 'OrderSupervision', data: { ...about, trigger, threshold, occurrence } },
            {
              id: about.caseId,
              now: '2027-01-01T00:00:00.000Z',
              occurredAt: '2027-01-01T00:00:00.000Z',
              actor: 'x',
            },
            supervisionAggregate.initial,
            contextOf([], bundledRules, EVERY_OFFICE),
          );
          const types = decision.ok ? decision.events.map(({ type }) => type) : [];
          expect(types).toEqual(['SupervisionOrdered']);
          expect(STANDING).not.toEqual(expect.arrayContaining(types));
        }
      }),
    );
    // The histories do come to thresholds.
    expect(orders).toBeGreaterThan(10);
  });

  it('never bring more than one order for an occurrence', () => {
    fc.assert(
      fc.property(history, (facts) => {
        const all = triggered(facts, bundledRules).map(({ rule, occurrence }) => `${rule} ${occurrence}`);
        expect(new Set(all).size).toBe(all.length);
      }),
    );
  });
});
