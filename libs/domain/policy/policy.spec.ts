import { bundledPacks, type PolicyPack } from '@huiyin/policy';
import { given, refusal } from '@huiyin/testing/decision';
import { policyAggregate, type PolicyEvent } from '.';

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
